import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database, IdentityRow } from '../../../shared/database/schema';
import type { Call } from '../http/call';

type What = 'created' | 'updated' | 'archived' | 'restored' | 'redacted' | 'exported' | 'merged';

/** Every write, and every look at the whole record, in the transaction of what it tells. */
export async function auditIdentity(
  db: Kysely<Database>,
  { actor, requestId }: Pick<Call<unknown, unknown, unknown>, 'actor' | 'requestId'>,
  row: Pick<IdentityRow, 'id' | 'organization_id' | 'environment'>,
  what: What,
  at: Date,
): Promise<void> {
  await recordAudit(db, {
    organizationId: row.organization_id,
    environment: row.environment,
    actorKind: actor.kind,
    actorId: actor.id,
    action: `identity.${what}`,
    resourceId: row.id,
    requestId,
    at,
  });
}
