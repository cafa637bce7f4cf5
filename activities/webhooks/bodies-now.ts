import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { loadReadings, type Extracted, type Readings } from '../../shared/attempt/readings';
import type { Keyring } from '../../shared/crypto/keyring';
import { keyToRead, type Keyed } from '../../shared/crypto/session-key';
import type { Database, EventRow } from '../../shared/database/schema';
import type { EventId } from '../../shared/domain/ids';
import type { PiiField } from '../../shared/domain/organization/settings';
import { webhookBody, type BodyParts } from './body';

/** Bodies of some events, built from what is true now. */
export interface BodiesNow {
  /** @throws where this event's parts do not open; the others are not touched by it */
  of(eventId: EventId, endpoint: BodyParts['endpoint']): string;
  event(eventId: EventId): EventRow;
}

interface Parts extends Pick<BodyParts, 'session' | 'identity' | 'allowedFields'> {
  readonly event: EventRow;
  readonly keyed: Keyed | null;
}

/**
 * What receivers get is read now, by one query for all events: the session's reference and the allowed fields
 * may be gone. Fields that were read from documents cost two more, where an organisation allows any.
 */
export async function loadBodies(
  db: Kysely<Database>,
  keyring: Keyring,
  eventIds: readonly EventId[],
): Promise<BodiesNow> {
  const parts = new Map((await loadParts(db, eventIds)).map((one) => [one.event.id, one]));
  const readings = await loadReadings(
    db,
    [...parts.values()].flatMap(({ allowedFields, keyed }) =>
      allowedFields.length > 0 && keyed !== null ? [keyed.id] : [],
    ),
  );
  const known = (eventId: EventId): Parts => {
    const found = parts.get(eventId);
    if (found === undefined) throw new Error('the event was not loaded');
    return found;
  };
  return {
    event: (eventId) => known(eventId).event,
    of(eventId, endpoint) {
      const own = known(eventId);
      return webhookBody({ ...own, endpoint, extracted: readNow(keyring, readings, own) });
    },
  };
}

async function loadParts(
  db: Kysely<Database>,
  eventIds: readonly EventId[],
): Promise<readonly Parts[]> {
  const rows = await db
    .selectFrom('events')
    .leftJoin('sessions', 'sessions.id', 'events.session_id')
    .leftJoin('environment_settings', (join) =>
      join
        .onRef('environment_settings.organization_id', '=', 'events.organization_id')
        .onRef('environment_settings.environment', '=', 'events.environment'),
    )
    // Of an event about an identity; of none that a session has, or a test made up.
    .leftJoin('identities', (join) =>
      join
        .onRef('identities.organization_id', '=', 'events.organization_id')
        .on(sql`events.data ->> 'identity_id'`, '=', sql.ref('identities.id'))
        .on('events.session_id', 'is', null),
    )
    .selectAll('events')
    .select([
      'sessions.status as session_status',
      'sessions.external_ref as session_ref',
      'sessions.retention_status',
      'sessions.wrapped_key',
      'sessions.master_key_id',
      'environment_settings.settings',
      'identities.status as identity_status',
      'identities.external_ref as identity_ref',
    ])
    .where(sql<boolean>`events.id = ANY (${eventIds}::text[])`)
    .execute();
  return rows.map((row) => {
    const { session_id: id, session_status: status, retention_status: retention } = row;
    const session =
      id === null || status === null || retention === null
        ? null
        : {
            id,
            status,
            external_ref: row.session_ref,
            retention_status: retention,
            wrapped_key: row.wrapped_key,
            master_key_id: row.master_key_id,
          };
    const allowedFields: readonly PiiField[] = row.settings?.webhook_pii_fields ?? [];
    const identity =
      row.identity_status === null
        ? null
        : { status: row.identity_status, external_ref: row.identity_ref };
    return { event: row, session, keyed: session, identity, allowedFields };
  });
}

/** Of the attempt that the event tells of, or of the newest; with what reviewers corrected since. */
function readNow(
  keyring: Keyring,
  readings: Readings,
  { event, keyed, allowedFields }: Parts,
): Extracted | null {
  if (keyed === null || allowedFields.length === 0) return null;
  const key = keyToRead(keyring, keyed, 'extracted_data');
  if (key === null) return null;
  const { data: attempt } = z.number().int().safeParse(event.data.attempt);
  return readings.newest(key, keyed.id, attempt);
}
