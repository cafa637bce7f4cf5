import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import { whenceOf } from '../http/whence';
import type { CaseRow } from './case-view';
import { findCase } from './find-case';
import { auditCase, lockCase, type CaseDeed } from './hold-case';

type Deed = Pick<CaseDeed, 'id' | 'actor' | 'what' | 'detail'>;
type CaseCall = Pick<
  Call<{ id: string }, unknown, unknown>,
  'caller' | 'params' | 'requestId' | 'clientAddress' | 'request' | 'once'
>;

/**
 * One deed on the caller's case: found or 404, locked, done, audited; under an Idempotency-Key once.
 * `null` is no deed: what was wished was so already, and nothing is audited.
 */
export async function changeCase(
  { db, clock }: Pick<ApiDeps, 'db' | 'clock'>,
  call: CaseCall,
  deed: Deed,
  work: (
    trx: Transaction<Database>,
    locked: CaseRow,
    at: Date,
    session: SessionRow,
  ) => Promise<CaseRow | null>,
): Promise<CaseRow> {
  const { row } = await findCase(db, call.caller, call.params.id);
  const at = clock();
  await call.once(z.null(), async (trx) => {
    const [locked, session] = await lockBoth(trx, row);
    const changed = await work(trx, locked, at, session);
    if (changed === null) return null;
    await auditCase(trx, changed, {
      ...deed,
      requestId: call.requestId,
      whence: whenceOf(call),
      at,
    });
    return null;
  });
  return (await findCase(db, call.caller, call.params.id)).row;
}

/** A look at the case under its locks, for what is to be stored before a message about it. */
export async function withCase(
  db: Kysely<Database>,
  call: Pick<CaseCall, 'caller' | 'params'>,
  work: (trx: Transaction<Database>, locked: CaseRow, session: SessionRow) => Promise<void>,
): Promise<void> {
  const { row } = await findCase(db, call.caller, call.params.id);
  await db.transaction().execute(async (trx) => {
    const [locked, session] = await lockBoth(trx, row);
    await work(trx, locked, session);
  });
}

/** The session first, as every transition does: whoever redacts or decides now comes before or after. */
async function lockBoth(
  trx: Transaction<Database>,
  row: Pick<CaseRow, 'id' | 'session_id'>,
): Promise<readonly [CaseRow, SessionRow]> {
  const session = await trx
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', row.session_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return [await lockCase(trx, row.id), session];
}
