import type { Generated } from 'kysely';
import type { ListId, ListItemId, SessionId } from '../domain/ids';
import type { ListItemKind } from '../domain/lists/list-item-kind';
import type { ListAction } from '../domain/lists/list-action';
import type { AttributeKind } from '../domain/checks/duplicate-kind';
import type { ActorKind, Owned, Time } from './columns';

/** One attribute of one session, as a hash under a key of the organisation and environment. */
export interface SessionAttributesTable extends Owned {
  /** Given out under a lock: all lower ones of the owner are committed when one is seen. */
  position: Generated<string>;
  session_id: SessionId;
  kind: AttributeKind;
  value_hash: Buffer;
  created_at: Time;
}

/** The face of one capture, sealed under a key of the organisation and environment. */
export interface FaceEmbeddingsTable extends Owned {
  /** As in `session_attributes`. */
  position: Generated<string>;
  session_id: SessionId;
  capture: number;
  /** Name and version: embeddings of two engines cannot be compared. */
  engine: string;
  embedding_sealed: Buffer;
  created_at: Time;
}

export interface ListsTable extends Owned {
  id: ListId;
  name: string;
  action: ListAction;
  /** `review`: where reviewers' blocks go; one an organisation and environment. */
  origin: 'api' | 'review';
  created_at: Time;
  updated_at: Time;
}

export interface ListItemsTable extends Owned {
  id: ListItemId;
  list_id: ListId;
  kind: ListItemKind;
  /** HMAC of the canonical form: equal items of a list are one. */
  value_hash: Buffer;
  /** What a name is found by besides; null of a name that an earlier release wrote, until it is opened. */
  key_hashes: Buffer[] | null;
  /** As it was given, for the owner to read; of a face, the embedding. */
  value_sealed: Buffer;
  /** Of a face only. */
  engine: string | null;
  /** The session it was taken from; the item outlives it. */
  session_id: SessionId | null;
  actor_kind: ActorKind;
  actor_id: string | null;
  created_at: Time;
}
