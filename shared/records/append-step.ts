import type { Transaction } from 'kysely';
import type { Whence } from '../audit/personal-values';
import { recordAudit } from '../audit/record-audit';
import type { Database, SessionRow } from '../database/schema';
import type { Actor } from '../temporal/session-messages';

/** A step of a session's timeline that moved nothing: consent, links, uploads. Ids and codes only. */
export interface Step {
  readonly event: string;
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
export async function appendStep(
  trx: Transaction<Database>,
  session: Owner,
  step: Step,
): Promise<void> {
  await trx
    .insertInto('timeline')
    .values({
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
    })
    .execute();
  await recordAudit(trx, {
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
