import { sql } from 'kysely';
import { seal } from '../../shared/crypto/seal';
import { keyToSeal, sealContext } from '../../shared/crypto/session-key';
import type { CaseId } from '../../shared/domain/ids';
import type { SessionEvent } from '../../shared/domain/lifecycle/event';
import { claimMs } from '../../shared/domain/cases/claim';
import { reviewReasonCode } from '../../shared/domain/cases/reason-code';
import type { EffectContext } from './effect';

/** The first of two reviewers has spoken: the case waits for another one, free to be taken. */
export async function recommendCase(context: EffectContext): Promise<void> {
  const { trx, before, commit } = context;
  const { firstReview } = commit.state;
  const id = before.state.openCase;
  if (id === null || firstReview === undefined) return;
  await trx
    .updateTable('cases')
    .set({
      status: 'pending_second_review',
      first_reviewer: firstReview.by,
      first_decision: firstReview.decision,
      first_reason_code: recommendedFor(commit.event),
      assignee: null,
      claimed_until: null,
    })
    .where('id', '=', id)
    .execute();
  await noteWords(context, id);
}

/** Why, when it is a rejection: the reviewer's reason, or the checks' after that one's change. */
function recommendedFor(event: SessionEvent): string | null {
  if (event.type === 'review') return reviewReasonCode(event);
  return event.type === 'decide' ? event.reasonCode : null;
}

/** Of two reviewers the first one's words are a note: the case's own reason is the decisive one's. */
async function noteWords(
  { trx, keyring, before, commit, enclosed, auditId, at }: EffectContext,
  caseId: CaseId,
): Promise<void> {
  const words = enclosed?.words ?? null;
  if (words === null) return;
  const context = sealContext.caseNote(auditId);
  await trx
    .insertInto('case_notes')
    .values({
      id: auditId,
      organization_id: before.organization_id,
      environment: before.environment,
      case_id: caseId,
      session_id: before.id,
      author_kind: commit.actor.kind,
      author_id: commit.actor.id,
      text_sealed: seal(keyToSeal(keyring, before), context, Buffer.from(words)),
      created_at: at,
    })
    .execute();
}

/** What was corrected or overridden since is not what the first reviewer looked at. */
export async function voidRecommendation({ trx, before }: EffectContext): Promise<void> {
  const id = before.state.openCase;
  if (id === null) return;
  await trx
    .updateTable('cases')
    .set({
      status: 'open',
      first_reviewer: null,
      first_decision: null,
      first_reason_code: null,
      second_decision: null,
    })
    .where('id', '=', id)
    .execute();
}

/** From now on the change counts that this rerun was asked for; whoever made it has the case in hands. */
export async function applyChange({ trx, before, row, commit, at }: EffectContext): Promise<void> {
  const { event, actor } = commit;
  if (event.type !== 'rerun' || event.change === undefined) return;
  await trx
    .updateTable('case_changes')
    .set({ applied_at: at })
    .where('id', '=', event.change)
    .where('session_id', '=', row.id)
    .execute();
  const id = before.state.openCase;
  if (id === null || actor.id === null) return;
  await trx
    .updateTable('cases')
    .set({
      status: sql`CASE WHEN status = 'open' THEN 'in_review' ELSE status END`,
      assignee: actor.id,
      claimed_until: new Date(at.getTime() + claimMs),
    })
    .where('id', '=', id)
    .execute();
}
