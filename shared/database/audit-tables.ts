import type { ColumnType, JSONColumnType } from 'kysely';
import type { OrganizationId } from '../ids';
import type { ActorKind, Environment, Json, OptionalText, Time } from './columns';

type OptionalBytes = ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;

/** Set by the sealer only, and once. */
type Sealed<T> = ColumnType<T | null, never, never>;

export interface AuditTable {
  id: string;
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
