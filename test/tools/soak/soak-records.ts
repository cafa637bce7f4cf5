import type { RunningService } from '../../processes/running-service';
import type { OwedEvent } from './judge-arrivals';
import type { MadeTry } from './judge-tries';

/** What the service itself says of the run. */
type Records = Pick<RunningService, 'db'>;

export async function countEvents({ db }: Records): Promise<number> {
  const { count } = await db
    .selectFrom('events')
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function owedEvents({ db }: Records): Promise<readonly OwedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'session_id', 'sequence'])
    .orderBy('position')
    .execute();
  return rows.map(({ id, session_id: sessionId, sequence }) => {
    if (sessionId === null) throw new Error('an event of no session');
    return { id, sessionId, sequence };
  });
}

export async function madeTries({ db }: Records): Promise<readonly MadeTry[]> {
  return db
    .selectFrom('webhook_tries')
    .select(['delivery_id', 'round', 'status_code', 'error_code', 'duration_ms', 'at'])
    .orderBy('position')
    .execute();
}

export async function countPending({ db }: Records): Promise<number> {
  const { count } = await db
    .selectFrom('webhook_deliveries')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function givenUp({ db }: Records): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('status', 'in', ['failed', 'held'])
    .execute();
  return rows.map(({ id }) => id);
}
