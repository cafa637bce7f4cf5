import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../shared/crypto/keyring';
import { openJson } from '../../shared/crypto/seal';
import { keyToRead, sealContext } from '../../shared/crypto/session-key';
import type { Database, EventRow, IdentityRow, SessionRow } from '../../shared/database/schema';
import { isId, type SessionId } from '../../shared/ids';
import { readSettings } from '../../shared/organization/read-settings';
import { webhookBody, type BodyParts } from '../../shared/webhooks/body';

/** What the receiver gets is read now: the session's reference and the allowed fields may be gone. */
export async function bodyNow(
  db: Kysely<Database>,
  keyring: Keyring,
  event: EventRow,
  endpoint: BodyParts['endpoint'],
): Promise<string> {
  const session = event.session_id === null ? null : await loadSession(db, event.session_id);
  const identity = await loadIdentity(db, event);
  const { webhook_pii_fields: allowedFields = [] } = await readSettings(db, event);
  const wanted = allowedFields.length > 0 && session !== null;
  const extracted = wanted ? await loadExtracted(db, keyring, session, event) : null;
  return webhookBody({ event, session, identity, endpoint, allowedFields, extracted });
}

const aboutIdentity = z.object({ identity_id: z.string() });

async function loadIdentity(
  db: Kysely<Database>,
  { session_id: sessionId, organization_id: organizationId, data }: EventRow,
): Promise<Pick<IdentityRow, 'status' | 'external_ref'> | null> {
  const named = aboutIdentity.safeParse(data);
  if (sessionId !== null || !named.success || !isId('identity', named.data.identity_id))
    return null;
  const row = await db
    .selectFrom('identities')
    .select(['status', 'external_ref'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', named.data.identity_id)
    .executeTakeFirst();
  return row ?? null;
}

async function loadSession(db: Kysely<Database>, sessionId: SessionId): Promise<SessionRow | null> {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row ?? null;
}

const extractedSchema = z.record(z.string(), z.unknown());

async function loadExtracted(
  db: Kysely<Database>,
  keyring: Keyring,
  session: SessionRow,
  event: EventRow,
): Promise<Readonly<Record<string, unknown>> | null> {
  const key = keyToRead(keyring, session, 'extracted_data');
  if (key === null) return null;
  const attempt = z.number().int().safeParse(event.data.attempt);
  const row = await db
    .selectFrom('extractions')
    .select(['attempt', 'fields_sealed'])
    .where('session_id', '=', session.id)
    .$if(attempt.success, (query) => query.where('attempt', '<=', attempt.data ?? 0))
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  if (!row?.fields_sealed) return null;
  const context = sealContext.extraction(session.id, row.attempt);
  return extractedSchema.parse(openJson(key, context, row.fields_sealed));
}
