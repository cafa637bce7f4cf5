import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ApiKeyRow, Database } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import type { Caller } from '../http/caller';

export const keyParams = z.object({ id: z.string() });

/** A key of the caller's organisation and environment, or 404. */
export async function findKey(
  db: Kysely<Database>,
  { organizationId, environment }: Caller,
  id: string,
): Promise<ApiKeyRow> {
  if (!isId('apiKey', id)) throw new VerifaError('not_found');
  return db
    .selectFrom('api_keys')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .executeTakeFirstOrThrow(notFound);
}
