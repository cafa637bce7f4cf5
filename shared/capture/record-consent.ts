import { sql, type Transaction } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import type { StepEvent } from '../domain/lifecycle/timeline-event';
import type { Actor } from '../temporal/session-messages';
import { addStep } from '../timeline/append-step';
import { PendingWrites } from '../records/pending-writes';

/** One word on consent: whose it is, and to which wording. */
export interface ConsentSaid {
  readonly accepted: boolean;
  /** As it was sent; null where none was named. */
  readonly version: string | null;
  /** The person over the link, or the integrator who states it. */
  readonly givenBy: 'person' | 'integrator';
  readonly actor: Actor;
  readonly ip: string | null;
  readonly at: Date;
}

/**
 * Adds what was said to what was said before; nothing of that is ever rewritten. The session keeps its first
 * yes, and whether the last word was a no. Call it under the session's row lock.
 *
 * @returns when it was said: of the last word said again, the first time
 */
export async function recordConsent(
  trx: Transaction<Database>,
  session: SessionRow,
  said: ConsentSaid,
): Promise<Date> {
  const last = await trx
    .selectFrom('consents')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isRepeat =
    last !== undefined &&
    last.accepted === said.accepted &&
    last.version === said.version &&
    last.given_by === said.givenBy;
  if (isRepeat) return last.at;
  const writes = new PendingWrites(trx);
  writes.add(
    trx.updateTable('sessions').set(standingAfter(session, said)).where('id', '=', session.id),
  );
  addConsent(trx, writes, session, said);
  await writes.send();
  return said.at;
}

/** The word itself with its step, together with other writes; `standingAfter` is the session's own part. */
export function addConsent(
  trx: Transaction<Database>,
  writes: PendingWrites,
  session: SessionRow,
  { accepted, version, givenBy, actor, ip, at }: ConsentSaid,
): void {
  writes.add(
    trx.insertInto('consents').values((eb) => ({
      organization_id: session.organization_id,
      environment: session.environment,
      session_id: session.id,
      number: eb
        .selectFrom('consents as said')
        .select(sql<number>`coalesce(max(said.number), 0) + 1`.as('number'))
        .where('said.session_id', '=', session.id),
      accepted,
      version,
      given_by: givenBy,
      actor_kind: actor.kind,
      actor_id: actor.id,
      ip,
      at,
    })),
  );
  const detail = {
    ...(version === null ? {} : { version }),
    ...(givenBy === 'integrator' ? { consent: givenBy } : {}),
  };
  addStep(writes, session, { event: stepOf(session, accepted), actor, detail, at });
}

type StandingColumn =
  'updated_at' | `consent_${'at' | 'ip' | 'version' | 'person_at' | 'withdrawn_at'}`;

/** The session keeps its first yes, and whether the last word was a no. */
export function standingAfter(
  session: SessionRow,
  { accepted, version, givenBy, ip, at }: ConsentSaid,
): Partial<Pick<SessionRow, StandingColumn>> {
  if (!accepted) {
    return { updated_at: at, ...(session.consent_at === null ? {} : { consent_withdrawn_at: at }) };
  }
  return {
    updated_at: at,
    consent_at: session.consent_at ?? at,
    consent_ip: session.consent_ip ?? ip,
    consent_version: session.consent_version ?? version,
    ...(givenBy === 'person' ? { consent_person_at: session.consent_person_at ?? at } : {}),
    consent_withdrawn_at: null,
  };
}

function stepOf(session: SessionRow, accepted: boolean): StepEvent {
  if (accepted) return 'consent';
  return session.consent_at === null ? 'consent_refused' : 'consent_withdrawn';
}
