import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { stat, chmod, rm } from 'node:fs/promises';
import type { Artifact } from './catalogue';

/** A host that does not answer is given up soon: the registry comes next. */
const answerWithinMs = 5_000;

/** Tries the tool's own download; undefined when there is none or it cannot be reached. */
export async function fetchOfficial(
  artifact: Artifact,
  kept: string,
  report: (line: string) => void,
): Promise<number | undefined> {
  if (artifact.tool?.official === undefined) return undefined;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const url = `${artifact.tool.official}?platform=${process.platform}&arch=${arch}`;
  const archive = join(kept, 'official.tar.gz');
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), answerWithinMs);
  try {
    const answer = await fetch(url, { signal: silence.signal });
    clearTimeout(timer);
    if (!answer.ok || answer.body === null) throw new Error(`answered ${String(answer.status)}`);
    await pipeline(answer.body, createWriteStream(archive));
    await extract({ file: archive, cwd: kept });
    await rm(archive);
    const program = join(kept, artifact.tool.program);
    await chmod(program, 0o755);
    return (await stat(program)).size;
  } catch {
    await rm(archive, { force: true });
    report(
      `${artifact.tool.program}: its own download cannot be reached; trying the package registry`,
    );
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
