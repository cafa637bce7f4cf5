import type { Transaction } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import type { Actor } from '../temporal/session-messages';

/** A step of a session's timeline that moved nothing: consent, links, uploads. Ids and codes only. */
export interface Step {
  readonly event: string;
  readonly actor: Actor;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly at: Date;
}

type Owner = Pick<SessionRow, 'id' | 'organization_id' | 'environment' | 'attempt'>;

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
}
