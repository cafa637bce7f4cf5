import type { ColumnType, JSONColumnType } from 'kysely';
import type { AuditAction } from '../domain/audit/action';
import type { AuditId, OrganizationId } from '../domain/ids';
import type { ActorKind, Json, OptionalText, Owned, Time } from './columns';
import type { Environment } from '../domain/environment';

type OptionalBytes = ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;

/** Set by the sealer only, and once. */
type Sealed<T> = ColumnType<T | null, never, never>;

export interface AuditTable {
  id: AuditId;
  organization_id: OrganizationId;
  environment: Environment | null;
  actor_kind: ActorKind;
  actor_id: string | null;
  action: string;
  resource_id: string | null;
  request_id: string | null;
  detail: JSONColumnType<Json>;
  at: Time;
  /** Personal, with the salt that ties them to their commitments; all three are nulled together. */
  client_address: OptionalText;
  user_agent: OptionalText;
  personal_salt: OptionalBytes;
  /** What the chain covers in place of the values. */
  client_address_commitment: OptionalBytes;
  user_agent_commitment: OptionalBytes;
  /** Its place in the organisation's chain, from 1; null until the sealer came to it. */
  seal_position: Sealed<string>;
  seal_hash: Sealed<Buffer>;
}

/** Reads of personal data within one window, until they become one record of the log. */
export interface AuditReadsTable extends Owned {
  actor_kind: ActorKind;
  actor_id: string;
  action: AuditAction;
  /** Empty for a list. */
  resource_id: string;
  /** Names of a list's filters, sorted, with commas between. */
  filters: string;
  window_start: Time;
  reads: number;
  /** Of the first read, as are the two below, which an erasure nulls. */
  request_id: string;
  client_address: string | null;
  user_agent: string | null;
  first_at: Time;
  last_at: Time;
}

/** Where an organisation's chain ends now. */
export interface AuditTipsTable {
  organization_id: OrganizationId;
  position: ColumnType<string, number, number>;
  hash: Buffer;
  mac: Buffer;
}

/** Where it ended, hour by hour. */
export interface AuditHeadsTable {
  organization_id: OrganizationId;
  position: ColumnType<string, number, never>;
  hash: Buffer;
  signature: string;
  at: Time;
}

/** Up to where records were purged; what is left is verified from here. */
export interface AuditCheckpointsTable {
  organization_id: OrganizationId;
  position: ColumnType<string, number, number>;
  hash: Buffer;
  signature: string;
  at: Time;
}
