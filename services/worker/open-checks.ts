import { cpus } from 'node:os';
import type { Kysely } from 'kysely';
import { createCheckPool } from '../../activities/checks/engines/pool/check-pool';
import { pooledEngines } from '../../activities/checks/engines/pool/pooled-engines';
import { keepFaces } from '../../activities/checks/records/duplicates/kept-faces';
import { createCheckActivities } from '../../activities/checks/run/create-check-activities';
import type { CheckActivities } from '../../activities/session/contract';
import type { WorkerSettings } from '../../shared/config/settings';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import { ensureEngineModels } from '../../shared/downloads/engine-models';
import type { Metrics } from '../../shared/metrics/metrics';
import type { ObjectStore } from '../../shared/storage/object-store';
import type { Tracer } from '../../shared/tracing/tracer';
import { poolLoadSource } from './gauges/add-record-gauges';

export interface ChecksDeps {
  readonly settings: WorkerSettings;
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly objects: ObjectStore;
  readonly clock: () => Date;
  readonly metrics: Metrics;
  readonly tracer: Tracer | undefined;
  readonly report: (line: string) => void;
}

export interface OpenChecks {
  readonly activities: CheckActivities;
  close(): Promise<void>;
}

export const checkProcessesOf = (settings: WorkerSettings): number =>
  settings.CHECK_PROCESSES ?? cpus().length;

/** What only a process that serves the checks' queue holds: models, their processes, deciphered faces. */
export async function openChecks(deps: ChecksDeps): Promise<OpenChecks> {
  const { settings, db, keyring, objects, clock, metrics, tracer, report } = deps;
  const artifacts = { cacheDir: settings.VERIFA_CACHE_DIR, report };
  const pool = createCheckPool({
    size: checkProcessesOf(settings),
    ...(await ensureEngineModels(artifacts)),
    intraOpThreads: 1,
    metrics,
  });
  metrics.add(poolLoadSource(() => pool.load()));
  const faces = keepFaces({ db, keyring, databaseUrl: settings.DATABASE_URL });
  return {
    activities: createCheckActivities({
      db,
      keyring,
      objects,
      clock,
      engines: pooledEngines(pool),
      faces,
      metrics,
      tracer,
    }),
    async close() {
      await pool.dispose();
      await faces.close();
    },
  };
}
