import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { SessionId } from '../../../shared/domain/ids';
import type { RecordFacts } from './explanation';

const mostSteps = 12;
const mostLinks = 5;

/** What the session's other rows say: codes and times, nothing that is sealed or that a person wrote. */
export async function readRecords(db: Kysely<Database>, id: SessionId): Promise<RecordFacts> {
  const [checks, links, cases, invitations, steps, owed] = await Promise.all([
    readChecks(db, id),
    db
      .selectFrom('capture_tokens')
      .select(['id', 'status', 'expires_at', 'created_at'])
      .where('session_id', '=', id)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostLinks)
      .execute(),
    db
      .selectFrom('cases')
      .select(['id', 'status'])
      .where('session_id', '=', id)
      .orderBy('opened_sequence', 'desc')
      .execute(),
    db
      .selectFrom('invitations')
      .select(['number', 'sent_at', 'dropped_at'])
      .where('session_id', '=', id)
      .orderBy('number', 'desc')
      .limit(mostLinks)
      .execute(),
    db
      .selectFrom('timeline')
      // Not who: a signal's sender names themselves as they like.
      .select(['at', 'kind', 'event', 'from_status', 'to_status', 'actor_kind', 'request_id'])
      .where('session_id', '=', id)
      .orderBy('position', 'desc')
      .limit(mostSteps)
      .execute(),
    db
      .selectFrom('erasures')
      .select(sql<number>`cardinality(pending_object_keys)`.as('objects'))
      .where('session_id', '=', id)
      .executeTakeFirst(),
  ]);
  return {
    checks,
    links: links.map(({ expires_at: expiresAt, created_at: createdAt, ...link }) => ({
      ...link,
      expiresAt,
      createdAt,
    })),
    cases,
    invitations: invitations.map(({ number, sent_at, dropped_at }) => ({
      number,
      state: sent_at !== null ? 'sent' : dropped_at !== null ? 'dropped' : 'waits',
    })),
    steps: steps.map((step) => ({
      at: step.at,
      kind: step.kind,
      event: step.event,
      from: step.from_status,
      to: step.to_status,
      by: step.actor_kind,
      requestId: step.request_id,
    })),
    objectsToDelete: owed?.objects ?? 0,
  };
}

async function readChecks(db: Kysely<Database>, id: SessionId): Promise<RecordFacts['checks']> {
  const rows = await db
    .selectFrom('check_runs')
    .select(['check', 'status', 'reasons', 'engine', 'duration_ms'])
    .where('session_id', '=', id)
    .where('attempt', '=', (eb) =>
      eb
        .selectFrom('check_runs as newest')
        .select(({ fn }) => fn.max('newest.attempt').as('attempt'))
        .where('newest.session_id', '=', id),
    )
    .orderBy('started_at')
    .orderBy('check')
    .execute();
  return rows.map(({ duration_ms: durationMs, ...rest }) => ({ ...rest, durationMs }));
}
