import type { Kysely } from 'kysely';
import type { Database } from '../database/schema';
import { requireSchema } from '../database/schema-state';

export type PartState = 'ok' | 'down';

/** Each part's present state; the answers name no address and no error text. */
export interface HealthProbes {
  readonly postgres: () => Promise<PartState>;
  readonly temporal: () => Promise<PartState>;
  readonly objectStore: () => Promise<PartState>;
}

export type PartStates = Readonly<Record<'postgres' | 'temporal' | 'object_store', PartState>>;

export async function askParts(probes: HealthProbes): Promise<PartStates> {
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

/** Down as well while a migration that this build knows is not applied yet: only `migrate` applies them. */
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
