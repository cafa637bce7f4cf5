import type { Kysely } from 'kysely';
import express, { type Router } from 'express';
import type { Database } from '../../shared/database/schema';
import { requireSchema } from '../../shared/database/schema-state';

export type PartState = 'ok' | 'down';

/** Each part's present state; the answers name no address and no error text. */
export interface HealthProbes {
  readonly postgres: () => Promise<PartState>;
  readonly temporal: () => Promise<PartState>;
  readonly objectStore: () => Promise<PartState>;
}

/** Public: whether the process runs, and whether it may be sent requests. */
export function createHealthRouter(
  postgres: HealthProbes['postgres'],
  leaving: AbortSignal | undefined,
): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  // Temporal and the object store may be down and the API still serves: a create is committed and
  // its workflow owed. Without its records it can serve nothing.
  router.get('/readyz', async (_request, response) => {
    const isReady = leaving?.aborted !== true && (await postgres()) === 'ok';
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not_ready' });
  });
  return router;
}

/** For the admin port only. */
export function createAdminRouter(probes: HealthProbes): Router {
  const router = express.Router();
  router.get('/health', async (_request, response) => {
    const parts = await askParts(probes);
    const isWhole = Object.values(parts).every((state) => state === 'ok');
    response.status(isWhole ? 200 : 503).json({ status: isWhole ? 'ok' : 'degraded', parts });
  });
  return router;
}

async function askParts(probes: HealthProbes): Promise<Readonly<Record<string, PartState>>> {
  const [postgres, temporal, objectStore] = await Promise.all([
    probes.postgres(),
    probes.temporal(),
    probes.objectStore(),
  ]);
  return { postgres, temporal, object_store: objectStore };
}

/** The names of those that do not answer. */
export async function partsDown(probes: HealthProbes): Promise<readonly string[]> {
  const parts = Object.entries(await askParts(probes));
  return parts.flatMap(([name, state]) => (state === 'down' ? [name] : []));
}

/** Down as well while a migration that this build knows is not applied yet: the API runs none. */
export async function probePostgres(db: Kysely<Database>): Promise<PartState> {
  return probe(() => requireSchema(db));
}

/** A part that does not answer in time is down. */
export async function probe(ask: () => Promise<unknown>, boundMs = 2_000): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'down'>((resolve) => {
    timer = setTimeout(() => resolve('down'), boundMs);
  });
  const asked = ask().then(
    () => 'ok' as const,
    () => 'down' as const,
  );
  const state = await Promise.race([asked, late]);
  clearTimeout(timer);
  return state;
}
