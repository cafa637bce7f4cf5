import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { startAdminServer, type AdminServer } from '../../shared/admin/admin-server';
import { commonPages } from '../../shared/admin/common-pages';
import type { WorkerSettings } from '../../shared/config/settings';
import type { PoolLoad } from '../../shared/database/query-pool';
import type { Database } from '../../shared/database/schema';
import type { Metrics } from '../../shared/metrics/metrics';
import { addProcessGauges } from '../../shared/metrics/process-gauges';
import { probe, probePostgres, type HealthProbes } from '../../shared/health/probe';
import type { ObjectStore } from '../../shared/storage/object-store';
import { addRecordGauges } from './gauges/add-record-gauges';
import { createWorkerHealth, type WorkerHealth } from './worker-health';

export interface AdminDeps {
  readonly settings: Pick<WorkerSettings, 'ADMIN_HOST' | 'ADMIN_PORT' | 'OBJECT_DIR'>;
  readonly metrics: Metrics;
  readonly system: Kysely<Database>;
  readonly load: () => PoolLoad;
  readonly temporal: Client;
  readonly objects: ObjectStore;
  readonly clock: () => Date;
}

export interface Admin {
  readonly health: WorkerHealth;
  close(): Promise<void>;
}

/** The worker's admin port, before anything else is asked for: one that waits for a part can be asked which. */
export async function openAdmin({ settings, metrics, load, ...deps }: AdminDeps): Promise<Admin> {
  const { system, temporal, objects } = deps;
  const probes: HealthProbes = {
    postgres: () => probePostgres(system),
    temporal: () => probe(() => temporal.connection.ensureConnected()),
    objectStore: () => probe(() => objects.ready()),
  };
  const health = createWorkerHealth(probes);
  addProcessGauges(metrics, { probes, load, objectDir: settings.OBJECT_DIR });
  addRecordGauges(metrics, deps);
  metrics.add(health.source);
  const server: AdminServer | null =
    settings.ADMIN_PORT === 0
      ? null
      : await startAdminServer(
          { ...commonPages(probes, metrics), ...health.pages },
          { host: settings.ADMIN_HOST, port: settings.ADMIN_PORT },
        );
  return { health, close: async () => server?.close() };
}
