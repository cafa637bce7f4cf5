import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import type { ListsTable } from '../../../shared/database/recognition-tables';
import type { Database } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import type { Caller } from '../http/caller';

export type ListRow = Selectable<ListsTable>;

export const listParams = z.object({ id: z.string() });

/** The caller's list, in its environment, or 404. */
export async function findList(db: Kysely<Database>, caller: Caller, id: string): Promise<ListRow> {
  return owned(db, caller, id).executeTakeFirstOrThrow(notFound);
}

/** Under its lock, which also holds back whoever adds items: two imports never wait for each other. */
export async function lockList(
  trx: Transaction<Database>,
  caller: Caller,
  id: string,
): Promise<ListRow> {
  return owned(trx, caller, id).forUpdate().executeTakeFirstOrThrow(notFound);
}

/** Reviewers' blocks go there by its origin: under another meaning a block would be none. */
export function requireOwnList(row: ListRow): void {
  if (row.origin === 'review') throw new VerifaError('list_of_review');
}

function owned(db: Kysely<Database>, caller: Caller, id: string) {
  return db
    .selectFrom('lists')
    .selectAll()
    .where('id', '=', isId('list', id) ? id : 'lst_')
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment);
}
