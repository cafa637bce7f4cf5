import type { JSONColumnType } from 'kysely';
import type { IdentityId, SessionId } from '../domain/ids';
import type { Json, OptionalTime, Owned, Time } from './columns';

export interface IdentitiesTable extends Owned {
  id: IdentityId;
  /** Null once redacted. A merged one keeps it: sessions that name it belong to the other now. */
  external_ref: string | null;
  /** What the newest completed session was decided to be. */
  status: 'unverified' | 'approved' | 'rejected';
  /** `session`: made by a completed session, and gone with the last one's redaction. */
  origin: 'session' | 'api';
  tags: string[];
  metadata: JSONColumnType<Json>;
  /** What the newest session's documents said, sealed under the identity's own key. */
  profile_sealed: Buffer | null;
  wrapped_key: Buffer | null;
  master_key_id: string | null;
  newest_session_id: SessionId | null;
  merged_into: IdentityId | null;
  /** Counts the identity's events without gaps. */
  event_sequence: number;
  created_at: Time;
  updated_at: Time;
  archived_at: OptionalTime;
  redacted_at: OptionalTime;
  /** Somebody asked for it while a hold was on a session: its last session's erasure carries it out. */
  erasure_asked_at: OptionalTime;
}
