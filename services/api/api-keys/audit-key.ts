import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { ApiKeyRow, Database } from '../../../shared/database/schema';
import type { Call } from '../http/call';

export async function auditKey(
  trx: Kysely<Database>,
  { actor, requestId }: Pick<Call<unknown, unknown, unknown>, 'actor' | 'requestId'>,
  row: ApiKeyRow,
  what: 'created' | 'updated' | 'expired' | 'cloned',
  at: Date,
): Promise<void> {
  await recordAudit(trx, {
    organizationId: row.organization_id,
    environment: row.environment,
    actorKind: actor.kind,
    actorId: actor.id,
    action: `api_key.${what}`,
    resourceId: row.id,
    requestId,
    detail: { scopes: row.scopes },
    at,
  });
}
