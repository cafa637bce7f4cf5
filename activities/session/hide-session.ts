import { eraseStoredAnswers } from '../../shared/erasure/stored-answers';
import { refreshIdentity } from '../../shared/identities/refresh-identity';
import type { EffectContext } from './effect';
import { forgetReceiversAnswers } from './forget-receivers-answers';

/**
 * The first step of retention. What lies under the session's key stays where it is: its row says that it is
 * hidden, and every reader asks (`shared/crypto/session-key.ts`). What lies elsewhere goes now.
 */
export async function hideSession(context: EffectContext): Promise<void> {
  const { trx, writes, keyring, row, at } = context;
  // Its identity reads the session as it is from now on.
  await writes.send();
  if (row.identity_id !== null) await refreshIdentity(trx, keyring, row.identity_id, at);
  await forgetReceiversAnswers(context);
  await eraseStoredAnswers(trx, row, [row.id]);
}
