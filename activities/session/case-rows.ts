import { assertNever } from '../../shared/domain/assert-never';
import { extractedDataSchema } from '../../shared/domain/checks/extracted-data';
import type { Keyring } from '../../shared/crypto/keyring';
import { seal } from '../../shared/crypto/seal';
import { keyToSeal, keyToWork, sealContext } from '../../shared/crypto/session-key';
import type { SessionRow } from '../../shared/database/schema';
import type { CaseId } from '../../shared/domain/ids';
import type { SessionEvent } from '../../shared/domain/lifecycle/event';
import { blockSubject } from '../checks/records/lists/block-subject';
import { loadExtracted } from '../../shared/attempt/readings';
import { blockedKinds, type BlockedKind } from '../../shared/domain/lists/blocked-kind';
import { reviewReasonCode } from '../../shared/domain/cases/reason-code';
import type { EffectContext } from './effect';

export function openCase({ trx, writes, row, commit, at }: EffectContext): void {
  const id = commit.state.openCase;
  if (id === null) return;
  writes.add(
    trx.insertInto('cases').values({
      id,
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.id,
      attempt: row.attempt,
      status: 'open',
      opened_sequence: commit.sequence,
      decided_by: null,
      reason_code: null,
      close_reason: null,
      dual_review: commit.state.dualReview === true,
      created_at: at,
    }),
  );
}

export async function decideCase(context: EffectContext): Promise<void> {
  const { trx, keyring, before, commit, enclosed, at } = context;
  const { event, actor } = commit;
  const id = before.state.openCase;
  if (id === null || event.type !== 'review') return;
  await trx
    .updateTable('cases')
    .set({
      status: event.decision === 'approve' ? 'approved' : 'rejected',
      decided_by: actor.id ?? actor.kind,
      reason_code: reviewReasonCode(event),
      // The words of the decision that was accepted, and nobody else's.
      reason_sealed:
        enclosed?.words == null ? null : sealWords(keyring, before, id, enclosed.words),
      claimed_until: null,
      closed_at: at,
    })
    .where('id', '=', id)
    .execute();
  if (event.decision !== 'reject' || event.blocklist === undefined) return;
  await block(context, event.blocklist === true ? blockedKinds : event.blocklist);
}

/** A reviewer's free text is about a person: it lies under the session's key and goes with it. */
function sealWords(keyring: Keyring, row: SessionRow, id: CaseId, words: string): Buffer {
  return seal(keyToSeal(keyring, row), sealContext.caseReason(id), Buffer.from(words, 'utf8'));
}

/** In the transaction of the rejection: neither is without the other. */
async function block(
  { trx, keyring, row, commit, at }: EffectContext,
  kinds: readonly BlockedKind[],
): Promise<void> {
  const ref = { sessionId: row.id, attempt: row.attempt };
  const data = await loadExtracted(trx, keyToWork(keyring, row), ref);
  const extracted = extractedDataSchema.safeParse(data);
  await blockSubject(
    trx,
    { keyring },
    { session: row, extracted: extracted.data ?? null, actor: commit.actor, kinds, at },
  );
}

/** Closed undecided: the session went another way, or a rerun needs no reviewer any more. */
export function closeCase({ trx, writes, before, commit, at }: EffectContext): void {
  const id = before.state.openCase;
  if (id === null) return;
  writes.add(
    trx
      .updateTable('cases')
      .set({
        status: 'closed',
        close_reason: closeReason(commit.event.type),
        claimed_until: null,
        closed_at: at,
      })
      .where('id', '=', id),
  );
}

/** Why the case ended without a reviewer's decision; every input of the table that can close one. */
function closeReason(event: SessionEvent['type']): string {
  switch (event) {
    case 'decide':
    case 'external':
      return 'decision_rerun';
    case 'review':
      return 'resubmission_required';
    case 'redact':
    case 'lift_hold':
      return 'session_redacted';
    case 'end_retention':
      return 'retention_expired';
    case 'give_up':
      return 'session_failed';
    case 'expire':
    case 'token_ran_out':
    case 'sandbox_wait_over':
    case 'gate_timeout':
      return 'session_expired';
    case 'start_capture':
    case 'outcome':
    case 'resume':
    case 'reprocess':
    case 'submit':
    case 'reach_gate':
    case 'rerun':
    case 'hide_data':
    case 'place_hold':
      throw new Error(`${event} closes no case`);
    default:
      return assertNever(event);
  }
}
