import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import { noteSession } from '../../../shared/tracing/log-context';
import type { Caller } from '../http/caller';
import type { CaseRow } from './case-view';

export interface FoundCase {
  readonly row: CaseRow;
  readonly session: SessionRow;
}

/** The caller's case with its session, or 404. */
export async function findCase(
  db: Kysely<Database>,
  caller: Caller,
  id: string,
): Promise<FoundCase> {
  if (!isId('case', id)) throw new VerifaError('not_found');
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment)
    .executeTakeFirstOrThrow(notFound);
  noteSession(row.session_id);
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', row.session_id)
    .executeTakeFirstOrThrow();
  return { row, session };
}
