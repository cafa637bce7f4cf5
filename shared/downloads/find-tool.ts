import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { VerifaError } from '../domain/errors/verifa-error';
import type { Artifact } from './catalogue';

/** A tool that is already here: named by its variable (then it must be there), or on PATH. */
export async function findTool(
  artifact: Artifact,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (artifact.tool === undefined) return undefined;
  const { variable, program } = artifact.tool;
  const named = environment[variable];
  if (named !== undefined && named !== '') {
    if (await isProgram(named)) return named;
    throw new VerifaError('artifact_unavailable', { detail: `${variable} names no program.` });
  }
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, program);
    if (folder !== '' && (await isProgram(candidate))) return candidate;
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
