import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { sql, type Kysely } from 'kysely';
import { sweepSessions } from '../../../activities/session/sweep-sessions';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import { connectDatabase } from '../../../shared/database/connect';
import type { Database } from '../../../shared/database/schema';
import { isId } from '../../../shared/domain/ids';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { createFileObjectStore } from '../../../shared/storage/file-object-store';
import { connectTemporalClient } from '../../../shared/temporal/connect-client';
import { createMessageSigner } from '../../../shared/temporal/message-signer';
import { createSessionClient } from '../../../shared/temporal/session-client';
import { asReplica, generatedId, generateRows } from '../../database/generated-rows';
import { createTestDatabase } from '../../stack/database';
import { startTestPostgres, startTestTemporal } from '../../stack/servers';
import { pause } from './cost/cpu';
import { readProcesses, treeCpuMs } from './cost/process-tree';

/** One percent of a core, of the minute between two sweeps. */
const goalMs = 600;
const sweeps = 10;
const idleForMs = 20_000;
const startedAtOnce = 20;
/** Nobody polls it: the sweep asks whether they run, not what they do. */
const idleQueue = 'bench-idle';

/**
 * `npm run bench -- sweep [open]`: what the sweep of so many open sessions, all with a running workflow, costs
 * Postgres, Temporal and the worker together, less what they use in the same time while idle.
 */
export async function benchSweep([given = '10000']: readonly string[]): Promise<void> {
  const open = Number(given);
  const cacheDir = process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa');
  const report = (line: string): void => void process.stderr.write(`  ${line}\n`);
  const postgres = await startTestPostgres();
  const temporal = await startTestTemporal({ cacheDir, report, environment: process.env });
  const database = await createTestDatabase(postgres.environment);
  const folder = await mkdtemp(join(tmpdir(), 'verifa-bench-'));
  const db = connectDatabase({ url: database.url, maxConnections: 4 });
  const connected = connectTemporalClient({
    address: temporal.environment.VERIFA_TEST_TEMPORAL_ADDRESS,
    namespace: 'default',
    environment: {},
  });
  try {
    const { client } = connected;
    await makeOpenSessions(db, open);
    await startWorkflows(client, open);
    const objects = createFileObjectStore(join(folder, 'objects'));
    await objects.ready();
    const signer = createMessageSigner(createKeyring(newKeyringFile()));
    const sweep = async (): Promise<void> => {
      const { restarted } = await sweepSessions({
        ...{ db, temporal: client, objects },
        sessions: createSessionClient(client, db, signer),
        clock: () => new Date(),
        heartbeat: () => undefined,
        alert: (message) => report(message),
      });
      if (restarted > 0) throw new Error(`${String(restarted)} of the running were started again`);
    };
    await sweep();
    const idleMsPerSecond = (await cpuWhile(() => pause(idleForMs))) / (idleForMs / 1_000);
    const begunMs = performance.now();
    const usedMs = await cpuWhile(async () => {
      for (let nth = 0; nth < sweeps; nth += 1) await sweep();
    });
    const seconds = (performance.now() - begunMs) / 1_000;
    const each = (usedMs - idleMsPerSecond * seconds) / sweeps;
    console.log(
      `a sweep of ${String(open)} open sessions: ${each.toFixed(0)} CPU ms of Postgres, Temporal and worker (mean of ${String(sweeps)}; goal ${String(goalMs)}, 1 % of a core)${each > goalMs ? '  MISSED' : ''}`,
    );
  } finally {
    await connected.close();
    await db.destroy();
    await database.drop();
    await Promise.all([postgres.stop(), temporal.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Old enough to be swept, each waiting for its person. */
async function makeOpenSessions(db: Kysely<Database>, open: number): Promise<void> {
  const { organizationId } = await bootstrapOrganization(db, () => new Date());
  await generateRows(db, { organizationId, sessions: open, onlyCases: true });
  await asReplica(db, [
    sql`UPDATE sessions SET status = 'capturing', result = NULL, ended_at = NULL, completed_at = NULL`,
  ]);
  await sql`VACUUM (ANALYZE)`.execute(db);
}

async function startWorkflows(client: Client, open: number): Promise<void> {
  let next = 1;
  const starter = async (): Promise<void> => {
    for (let nth = next++; nth <= open; nth = next++) {
      const workflowId = generatedId('ses_', nth);
      if (!isId('session', workflowId)) throw new Error(`no session's id: ${workflowId}`);
      await client.workflow.start('sessionWorkflow', { workflowId, taskQueue: idleQueue });
    }
  };
  await Promise.all(Array.from({ length: startedAtOnce }, starter));
}

async function cpuWhile(work: () => Promise<void>): Promise<number> {
  const before = await readProcesses();
  await work();
  return treeCpuMs(await readProcesses(), process.pid) - treeCpuMs(before, process.pid);
}
