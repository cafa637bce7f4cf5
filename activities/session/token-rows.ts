import { newCaptureToken } from '../../shared/auth/capture-token';
import { keyToSeal } from '../../shared/crypto/session-key';
import type { CaptureTokenRow } from '../../shared/database/schema';
import { newId } from '../../shared/ids';
import type { EffectContext } from './effect';

/** A new token for a new capture; the older one is dead at once. Only its id (`lnk_`) is ever told. */
export async function issueToken(context: EffectContext): Promise<void> {
  const { trx, keyring, row, at } = context;
  await killTokens(context, ['created', 'consumed', 'handed_off', 'closed']);
  const id = newId('link');
  const { hash, sealed } = newCaptureToken(keyToSeal(keyring, row), id);
  await trx
    .insertInto('capture_tokens')
    .values({
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
    })
    .execute();
}

/** Submitted: closed for capture; its bound client may still read the state for a while. */
export async function closeToken({ trx, row }: EffectContext): Promise<void> {
  await trx
    .updateTable('capture_tokens')
    .set({ status: 'closed', token_sealed: null })
    .where('session_id', '=', row.id)
    .where('status', 'in', ['created', 'consumed'])
    .execute();
}

/**
 * By running out or by hand. A submitted one stays: its client may still read how it ended; and so may whoever
 * handed it off before.
 */
export async function revokeToken(context: EffectContext): Promise<void> {
  const { status } = context.before;
  const isSubmitted = status !== 'pending' && status !== 'capturing';
  await killTokens(context, [
    'created',
    'consumed',
    ...(isSubmitted ? [] : ['handed_off' as const]),
  ]);
}

/** Dead at once, hash and sealed token wiped. */
async function killTokens(
  { trx, row, commit }: EffectContext,
  statuses: readonly CaptureTokenRow['status'][],
): Promise<void> {
  await trx
    .updateTable('capture_tokens')
    .set({
      status: commit.event.type === 'token_ran_out' ? 'expired' : 'revoked',
      token_hash: null,
      token_sealed: null,
      binding_hash: null,
    })
    .where('session_id', '=', row.id)
    .where('status', 'in', [...statuses])
    .execute();
}
