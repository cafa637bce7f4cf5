import type { Kysely } from 'kysely';
import { z } from 'zod';
import { loadReadings, type Extracted } from '../../shared/attempt/readings';
import type { Keyring } from '../../shared/crypto/keyring';
import { keyToRead } from '../../shared/crypto/session-key';
import type { Database, EventRow, IdentityRow, SessionRow } from '../../shared/database/schema';
import { isId, type SessionId } from '../../shared/domain/ids';
import { readSettings } from '../../shared/organization/read-settings';
import { webhookBody, type BodyParts } from './body';

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
  const extracted = wanted ? await readNow(db, keyring, session, event) : null;
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

/** Of the attempt that the event tells of, or of the newest; with what reviewers corrected since. */
async function readNow(
  db: Kysely<Database>,
  keyring: Keyring,
  session: SessionRow,
  event: EventRow,
): Promise<Extracted | null> {
  const key = keyToRead(keyring, session, 'extracted_data');
  if (key === null) return null;
  const { data: attempt } = z.number().int().safeParse(event.data.attempt);
  return (await loadReadings(db, [session.id])).newest(key, session.id, attempt);
}
