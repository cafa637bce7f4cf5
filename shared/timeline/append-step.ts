import type { Kysely } from 'kysely';
import type { Whence } from '../audit/personal-values';
import type { Database, SessionRow } from '../database/schema';
import type { StepEvent } from '../domain/lifecycle/timeline-event';
import type { Actor } from '../temporal/session-messages';
import { PendingWrites } from '../records/pending-writes';

/** A step of a session's timeline that moved nothing: consent, links, uploads. Ids and codes only. */
export interface Step {
  readonly event: StepEvent;
  readonly actor: Actor;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly at: Date;
  /** Of a step over the API; where the person with the link was is kept elsewhere, for as long as needed. */
  readonly asked?: Asked | undefined;
}

export interface Asked {
  readonly requestId: string;
  readonly whence: Whence;
}

type Owner = Pick<SessionRow, 'id' | 'organization_id' | 'environment' | 'attempt'>;

/** Writes the step and its audit record, in the transaction of what it tells. */
export async function appendStep(trx: Kysely<Database>, session: Owner, step: Step): Promise<void> {
  const writes = new PendingWrites(trx);
  addStep(writes, session, step);
  await writes.send();
}

/** The same together with other writes. */
export function addStep(writes: PendingWrites, session: Owner, step: Step): void {
  writes.addTimeline({
    organization_id: session.organization_id,
    environment: session.environment,
    session_id: session.id,
    sequence: null,
    kind: 'step',
    event: step.event,
    from_status: null,
    to_status: null,
    attempt: session.attempt,
    actor_kind: step.actor.kind,
    actor_id: step.actor.id,
    detail: JSON.stringify(step.detail),
    content_hash: null,
    at: step.at,
  });
  writes.addAudit({
    organizationId: session.organization_id,
    environment: session.environment,
    actorKind: step.actor.kind,
    actorId: step.actor.id,
    action: `session.${step.event}`,
    resourceId: session.id,
    requestId: step.asked?.requestId ?? null,
    ...(step.asked === undefined ? {} : { whence: step.asked.whence }),
    detail: step.detail,
    at: step.at,
  });
}
