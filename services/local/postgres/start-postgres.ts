import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { commandOf, isAlive } from '../process/process-table';
import { postgresBinaries } from './binaries';
import { unprivilegedUser, type UnprivilegedUser } from './unprivileged-user';

const run = promisify(execFile);
/** A big write-ahead log after a crash takes a while to replay. */
const readyWithinMs = 60_000;

export interface PostgresOptions {
  /** The data directory; made at the first start. As root it has to be where others can reach it. */
  readonly dataDir: string;
  readonly port: number;
  /** False for tests: a crash of the machine may lose them. Default true. */
  readonly durable?: boolean;
  /** More of its settings, each `name=value`. */
  readonly settings?: readonly string[];
  readonly reachableRoot: string;
}

export interface RunningPostgres {
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a real Postgres on 127.0.0.1, also as root, also over what a crash left behind. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = await unprivilegedUser();
  const binaries = await postgresBinaries(user === undefined ? undefined : options.reachableRoot);
  const as = user ?? {};
  await mkdir(options.dataDir, { recursive: true });
  if (!(await isFile(join(options.dataDir, 'PG_VERSION')))) {
    await initialise(binaries.initdb, options.dataDir, user);
  }
  await clearLock(options.dataDir);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(options.durable === false
      ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
      : []),
    ...(options.settings ?? []),
  ];
  const child = spawn(
    binaries.postgres,
    ['-D', options.dataDir, '-p', String(options.port), ...settings.flatMap((s) => ['-c', s])],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4_000);
  });
  const url = `postgres://verifa:verifa@127.0.0.1:${String(options.port)}/postgres`;
  await ready(url, child, () => said);
  return { url, process: child, stop: () => stop(child) };
}

async function initialise(
  initdb: string,
  dataDir: string,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  if (user !== undefined) await chown(dataDir, user.uid, user.gid);
  await chmod(dataDir, 0o700);
  const passwordFile = `${dataDir}.password`;
  await writeFile(passwordFile, 'verifa\n', { mode: 0o600 });
  if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
  try {
    const how = ['--username=verifa', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(initdb, ['-D', dataDir, '--encoding=UTF8', '--locale=C', ...how], user ?? {});
  } catch (cause) {
    // A half-made data directory would be taken for a whole one at the next start.
    await rm(dataDir, { recursive: true, force: true });
    throw new VerifaError('temporarily_unavailable', {
      detail: `Postgres could not make its data directory ${dataDir}.`,
      cause,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * After kill -9 the lock file names a process that is gone or by now is something else; or, when only the
 * stack was killed, the Postgres it left behind, which is stopped in good order.
 */
async function clearLock(dataDir: string): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if ((await commandOf(pid))?.includes(dataDir) === true) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await rm(lock, { force: true });
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + readyWithinMs;
  for (;;) {
    if (child.exitCode !== null) {
      throw new VerifaError('temporarily_unavailable', {
        detail: `Postgres ended at its start: ${said().trim().split('\n').at(-1) ?? ''}`,
      });
    }
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    const reached = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (reached) return;
    if (Date.now() > end) {
      throw new VerifaError('temporarily_unavailable', {
        detail: 'Postgres did not become ready.',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Fast shutdown: connections are cut, nothing is lost. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  await exited;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
