import { takesCapture } from '../../shared/domain/lifecycle/status-catalogue';
import { newCaptureToken } from '../../shared/auth/capture-token';
import { keyToSeal } from '../../shared/crypto/session-key';
import type { CaptureTokenRow } from '../../shared/database/schema';
import type { EffectContext } from './effect';

/** A new token for a new capture; the older one is dead at once. Only its id (`lnk_`) is ever told. */
export async function issueToken(context: EffectContext): Promise<void> {
  const { trx, writes, keyring, row, linkId: id, at } = context;
  // First: no session has two that live.
  await killing(context, ['created', 'consumed', 'handed_off', 'closed']).execute();
  const { hash, sealed } = newCaptureToken(keyToSeal(keyring, row), id);
  writes.add(
    trx.insertInto('capture_tokens').values({
      id,
      session_id: row.id,
      capture: row.capture,
      token_hash: hash,
      token_sealed: sealed,
      status: 'created',
      bound_kind: null,
      binding_hash: null,
      expires_at: row.deadline_at ?? at,
      created_at: at,
    }),
  );
}

/** Submitted: closed for capture; its bound client may still read the state for a while. */
export function closeToken({ trx, writes, row }: EffectContext): void {
  writes.add(
    trx
      .updateTable('capture_tokens')
      .set({ status: 'closed', token_sealed: null })
      .where('session_id', '=', row.id)
      .where('status', 'in', ['created', 'consumed']),
  );
}

/**
 * By running out or by hand. A submitted one stays: its client may still read how it ended; and so may whoever
 * handed it off before.
 */
export function revokeToken(context: EffectContext): void {
  const { status } = context.before;
  const left = takesCapture(status) ? (['handed_off'] as const) : [];
  context.writes.add(killing(context, ['created', 'consumed', ...left]));
}

/** Dead at once, hash and sealed token wiped. */
function killing(
  { trx, row, commit }: EffectContext,
  statuses: readonly CaptureTokenRow['status'][],
) {
  return trx
    .updateTable('capture_tokens')
    .set({
      status: commit.event.type === 'token_ran_out' ? 'expired' : 'revoked',
      token_hash: null,
      token_sealed: null,
      binding_hash: null,
    })
    .where('session_id', '=', row.id)
    .where('status', 'in', [...statuses]);
}
