import type { EffectContext } from './effect';

/** The first of two reviewers has spoken: the case waits for another one, free to be taken. */
export async function recommendCase({ trx, before, commit }: EffectContext): Promise<void> {
  const { firstReview } = commit.state;
  const id = before.state.openCase;
  if (id === null || firstReview === undefined || commit.event.type !== 'review') return;
  await trx
    .updateTable('cases')
    .set({
      status: 'pending_second_review',
      first_reviewer: firstReview.by,
      first_decision: firstReview.decision,
      first_reason_code: commit.event.reasonCode ?? null,
      assignee: null,
      claimed_until: null,
    })
    .where('id', '=', id)
    .execute();
}

/** What was corrected or overridden since is not what the first reviewer looked at. */
export async function voidRecommendation({ trx, before }: EffectContext): Promise<void> {
  const id = before.state.openCase;
  if (id === null) return;
  await trx
    .updateTable('cases')
    .set({ status: 'open', first_reviewer: null, first_decision: null, first_reason_code: null })
    .where('id', '=', id)
    .execute();
}

/** From now on the change counts that this rerun was asked for. */
export async function applyChange({ trx, row, commit, at }: EffectContext): Promise<void> {
  const { event } = commit;
  if (event.type !== 'rerun' || event.change === undefined) return;
  await trx
    .updateTable('case_changes')
    .set({ applied_at: at })
    .where('id', '=', event.change)
    .where('session_id', '=', row.id)
    .execute();
}
