import { insertApiKeyRow, type ApiKeyWish } from '../../../shared/auth/insert-api-key';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Call } from '../http/call';
import { auditKey } from './audit-key';
import { findKey } from './find-key';
import { madeKey, newKeyView } from './key-view';

type KeyWish = Omit<ApiKeyWish, 'id' | 'organizationId' | 'environment'>;

/** Makes a key beside the one that asks, records it, and answers 201 with the secret, this once. */
export async function makeKey(
  deps: ApiDeps,
  call: Call<unknown, unknown, unknown>,
  what: 'created' | 'cloned',
  wish: KeyWish,
) {
  const { caller } = call;
  const { organizationId, environment } = caller;
  const at = deps.clock();
  const made = await call.once(madeKey, async (trx) => {
    const id = call.assignedId('apiKey');
    const { row, key } = await insertApiKeyRow(
      trx,
      { ...wish, id, organizationId, environment },
      at,
    );
    await auditKey(trx, call, row, what, at);
    return { id: row.id, key };
  });
  const row = await findKey(deps.db, caller, made.id);
  const view = newKeyView({ row, key: made.key }, at);
  return answer(201, view, { Location: `/api/v1/api-keys/${row.id}` });
}
