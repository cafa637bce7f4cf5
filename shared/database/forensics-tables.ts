import type { Generated } from 'kysely';
import type { DocumentId, SessionId } from '../domain/ids';
import type { Owned, Time } from './columns';

/** One uploaded picture of a document; of a file, not of a person: two of one document differ. */
export interface DocumentPrintsTable extends Owned {
  /** Given out under a lock: all lower ones of the owner are committed when one is seen. */
  position: Generated<string>;
  session_id: SessionId;
  document_id: DocumentId;
  /** Name and version: prints of two engines cannot be compared. */
  engine: string;
  /** Of the exact bytes, under a key of the organisation and environment. */
  content_hash: Buffer;
  /** The small likeness, sealed under the same owner's key. */
  print_sealed: Buffer;
  /** Of the number and issuing state read beside it, under the same key; null where nothing was read. */
  document_hash: Buffer | null;
  created_at: Time;
}
