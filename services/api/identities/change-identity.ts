import type { Updateable } from 'kysely';
import { z } from 'zod';
import type { IdentitiesTable } from '../../../shared/database/identity-tables';
import type { IdentityRow } from '../../../shared/database/schema';
import { fireIdentityEvent } from '../../../shared/identities/fire-identity-event';
import type { ApiDeps } from '../deps';
import { idOf } from '../http/answer-values';
import type { Call } from '../http/call';
import type { AuditedCall } from '../http/whence';
import { auditIdentity } from './audit-identity';
import { findIdentity, lockIdentity } from '../../../shared/identities/find-identity';

const changedIdentity = z.object({ id: idOf('identity') });
type Changed = 'updated' | 'archived' | 'restored';

/** One change under the row's lock, with its event and its audit row; `null` changes nothing. */
export async function changeIdentity(
  deps: ApiDeps,
  call: AuditedCall & Pick<Call<unknown, unknown, unknown>, 'caller' | 'once'>,
  idOrRef: string,
  what: Changed,
  change: (row: IdentityRow) => Updateable<IdentitiesTable> | null,
): Promise<IdentityRow> {
  const at = deps.clock();
  const { id } = await call.once(changedIdentity, async (trx) => {
    const row = await lockIdentity(trx, call.caller, idOrRef);
    const values = change(row);
    if (values === null) return { id: row.id };
    await trx
      .updateTable('identities')
      .set({ ...values, updated_at: at })
      .where('id', '=', row.id)
      .execute();
    await fireIdentityEvent(trx, row, `identity.${what}`, at);
    await auditIdentity(trx, call, row, what, at);
    return { id: row.id };
  });
  return findIdentity(deps.db, call.caller, id);
}
