import type { CommitDeps } from '../../../activities/session/commit-transition';
import { commitTransition } from '../../../activities/session/commit-transition';
import { eraseObjects } from '../../../activities/session/erase-objects';
import type { SessionId } from '../../../shared/domain/ids';
import type { RetentionStatus } from '../../../shared/domain/lifecycle/state';
import { isReadableState } from '../../../shared/domain/lifecycle/state-schema';
import { stepToErased } from '../../../shared/domain/lifecycle/steps-to-erased';
import { transition } from '../../../shared/domain/lifecycle/transition';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { JournalEntry } from '../../../shared/erasure/journal/journal-entry';
import type { ObjectStore } from '../../../shared/storage/object-store';

export interface ReapplyDeps extends CommitDeps {
  readonly objects: ObjectStore;
  readonly clock: () => Date;
}

const actor = { kind: 'operator', id: 'reapply-erasures' } as const;

/**
 * Moves the restored row by the lifecycle's own transitions, in its own transactions: no worker runs yet, and a
 * workflow that Temporal still has for it begins anew from the row.
 *
 * @returns false when the copy has no such session; its objects, if any, are gone all the same
 */
export async function reapplyToSession(
  deps: ReapplyDeps,
  { id: entryId, receipt }: JournalEntry,
  sessionId: SessionId,
  goal: Exclude<RetentionStatus, 'active'>,
): Promise<boolean> {
  const commitDeps = receipt === null ? deps : { ...deps, firstReceipt: receipt };
  let isThere = false;
  for (;;) {
    const row = await deps.db
      .selectFrom('sessions')
      .select(['state', 'sequence'])
      .where('id', '=', sessionId)
      .executeTakeFirst();
    if (row === undefined) break;
    isThere = true;
    const { state, sequence } = row;
    if (!isReadableState(state)) {
      throw new VerifaError('erasures_unapplied', {
        detail: `The state of ${sessionId} cannot be read: mend sessions.state, and run this again.`,
      });
    }
    const event = stepToErased(state, goal);
    if (event === null) break;
    const step = transition(state, event);
    if (step.kind !== 'moved') throw new Error(`${event.type} was ${step.kind}`);
    await commitTransition(commitDeps, {
      sessionId,
      sequence: sequence + 1,
      event,
      from: step.from,
      gateBefore: state.gate,
      state: step.state,
      effects: step.effects,
      actor,
      requestId: `${entryId}-${String(sequence)}`,
      at: deps.clock().toISOString(),
      gateDeadlineAt: null,
    });
  }
  if (goal === 'redacted') await eraseAllObjects(deps, sessionId, isThere);
  return isThere;
}

/** Also of a session that the copy does not have: its objects may come from a backup of their own. */
async function eraseAllObjects(
  deps: ReapplyDeps,
  sessionId: SessionId,
  isThere: boolean,
): Promise<void> {
  if (isThere) return eraseObjects(deps, sessionId);
  for await (const key of deps.objects.list({ prefix: `${sessionId}/` })) {
    await deps.objects.delete(key);
  }
}
