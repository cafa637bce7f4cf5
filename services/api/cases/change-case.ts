import type { Transaction } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import { whenceOf } from '../http/whence';
import type { CaseRow } from './case-view';
import { findCase } from './find-case';
import { auditCase, lockCase, type CaseDeed } from './hold-case';

type Deed = Pick<CaseDeed, 'id' | 'actor' | 'what' | 'detail'>;

/**
 * One deed on the caller's case: found or 404, locked, done, audited. The session is locked first, as
 * every transition does: whoever redacts or decides at this moment comes before or after.
 */
export async function changeCase(
  { db, clock }: Pick<ApiDeps, 'db' | 'clock'>,
  call: Pick<
    Call<{ id: string }, unknown, unknown>,
    'caller' | 'params' | 'requestId' | 'clientAddress' | 'request'
  >,
  deed: Deed,
  work: (
    trx: Transaction<Database>,
    locked: CaseRow,
    at: Date,
    session: SessionRow,
  ) => Promise<CaseRow>,
): Promise<CaseRow> {
  const { row } = await findCase(db, call.caller, call.params.id);
  const at = clock();
  return db.transaction().execute(async (trx) => {
    const session = await trx
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', row.session_id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const changed = await work(trx, await lockCase(trx, row.id), at, session);
    await auditCase(trx, changed, {
      ...deed,
      requestId: call.requestId,
      whence: whenceOf(call),
      at,
    });
    return changed;
  });
}
