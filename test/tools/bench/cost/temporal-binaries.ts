import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';

const run = promisify(execFile);

/** 1.32.0 builds with the Go 1.26 that most have; its schema for Postgres is embedded in the tool. */
const version = 'v1.32.0';
const packages = ['go.temporal.io/server/cmd/server', 'go.temporal.io/server/cmd/tools/sql'];
/** Twelve minutes of CPU. */
const builtWithinMs = 40 * 60_000;

export interface TemporalBinaries {
  readonly server: string;
  readonly sqlTool: string;
}

/** Temporal's own server, built once from the Go module proxy and kept beside the other tools. */
export async function temporalBinaries(
  cacheDir: string,
  report: (line: string) => void,
): Promise<TemporalBinaries> {
  const folder = join(cacheDir, `temporal-server-${version}`);
  if (!(await isThere(join(folder, 'sql')))) {
    report(`building Temporal's server ${version} with Go, once: some 12 minutes of CPU`);
    await build(cacheDir, folder);
  }
  return { server: join(folder, 'server'), sqlTool: join(folder, 'sql') };
}

async function build(cacheDir: string, folder: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const work = await mkdtemp(join(cacheDir, '.temporal-server-'));
  try {
    const wanted = packages.map((name) => `${name}@${version}`);
    await run('env', [`GOBIN=${work}`, 'CGO_ENABLED=0', 'go', 'install', ...wanted], {
      cwd: work,
      timeout: builtWithinMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    await rename(work, folder);
  } catch (cause) {
    throw new VerifaError('artifact_unavailable', {
      detail:
        'Temporal on Postgres is built with Go 1.26.8 or newer (go.dev/dl), which did not work here; leave --temporal=postgres away to measure on the development server.',
      cause,
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
