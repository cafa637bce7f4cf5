import { countsStill } from '../../shared/capture/captured-pieces';
import { versionFor, type Rollout } from '../../shared/records/rollout';
import type { WorkflowId } from '../../shared/domain/ids';
import { carryOutcomes } from './carry-outcomes';
import type { EffectContext } from './effect';

/**
 * Freezes what this attempt judges: the documents that count now, and the workflow's version now, which of
 * a triggered one is another workflow's.
 */
export async function beginAttempt(context: EffectContext): Promise<void> {
  const { trx, writes, row, commit, rollout, at } = context;
  const again = commit.event.type === 'reprocess' ? commit.event : null;
  const workflowId = again?.workflowId ?? row.workflow_id;
  const documents = await trx
    .selectFrom('documents')
    .select(['id', 'doc_type', 'capture'])
    .where('session_id', '=', row.id)
    .where('superseded_at', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  const versions = workflowId === row.workflow_id ? rollout : await rolloutOf(trx, workflowId);
  writes.add(
    trx.insertInto('attempts').values({
      session_id: row.id,
      attempt: row.attempt,
      status: 'running',
      workflow_id: workflowId,
      workflow_version: versionFor(versions, row.id),
      // What was asked for again and did not come anew is not judged in its place.
      document_ids: documents.flatMap((one) => (countsStill(row, one) ? [one.id] : [])),
      started_at: at,
    }),
  );
  // What the sandbox has was made up for another outcome.
  if (row.environment === 'live') await carryOutcomes(context, again?.carried ?? []);
}

function rolloutOf(trx: EffectContext['trx'], workflowId: WorkflowId): Promise<Rollout> {
  return trx
    .selectFrom('workflows')
    .select(['current_version', 'stable_version', 'rollout_percentage'])
    .where('id', '=', workflowId)
    .executeTakeFirstOrThrow();
}

/**
 * An attempt that was cut short by someone, or given up by the engines. Of a reprocess also one that had
 * come as far as a reviewer: its `needs_review` must not stand for the decision that was there before.
 */
export function endAttempt({ trx, writes, row, before, commit, at }: EffectContext): void {
  writes.add(
    trx
      .updateTable('attempts')
      .set({ status: commit.event.type === 'give_up' ? 'failed' : 'cancelled', finished_at: at })
      .where('session_id', '=', row.id)
      .where('attempt', '=', row.attempt)
      .$if(before.state.run.kind === 'capture', (query) => query.where('status', '=', 'running')),
  );
  if (before.state.run.kind === 'capture') return;
  writes.add(
    trx
      .updateTable('results')
      .set({ withdrawn_at: at })
      .where('session_id', '=', row.id)
      .where('attempt', '=', row.attempt),
  );
}
