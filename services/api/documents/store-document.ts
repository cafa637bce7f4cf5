import { Readable } from 'node:stream';
import type { Insertable, Kysely, Transaction } from 'kysely';
import { encryptDocument } from '../../../shared/crypto/document-cipher';
import { hmacSha256 } from '../../../shared/crypto/seal';
import { keyToSeal } from '../../../shared/crypto/session-key';
import type {
  Database,
  DocumentRow,
  DocumentsTable,
  SessionRow,
  StoredDocType,
} from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { newId, type DocumentId } from '../../../shared/domain/ids';
import type { InspectedImage } from './inspect-image';
import { PendingWrites } from '../../../shared/records/pending-writes';
import { addStep, type Asked } from '../../../shared/timeline/append-step';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import type { JudgedUpload } from './judge-upload';

const filesPerCapture = 40;

export interface Storing {
  readonly docType: StoredDocType;
  readonly bytes: Buffer;
  readonly judged: JudgedUpload;
  readonly actor: Actor;
  readonly asked?: Asked;
  /** The session under its row lock, still open for capture; throws what refuses the upload. */
  readonly lock: (trx: Transaction<Database>) => Promise<SessionRow>;
  /** Further writes of the same upload, in its transaction. */
  readonly also?: (trx: Transaction<Database>, locked: SessionRow) => Promise<void>;
}

type StoreDeps = Pick<ApiDeps, 'db' | 'keyring' | 'objects' | 'clock' | 'log'>;

/**
 * Encrypts the file into the object store, then makes it count in one transaction. The object comes
 * first: a row never names an object that is not there. The same content again is the same document.
 */
export async function storeDocument(
  deps: StoreDeps,
  session: SessionRow,
  storing: Storing,
): Promise<DocumentRow> {
  const key = keyToSeal(deps.keyring, session);
  const contentHash = hmacSha256(key, storing.bytes);
  const { current: before, filesLeft: room } = await uploads(deps.db, session, storing.docType);
  if (before !== undefined && isRepeat(before, session, contentHash)) {
    return deps.db.transaction().execute(async (trx) => {
      const locked = await storing.lock(trx);
      await storing.also?.(trx, locked);
      return before;
    });
  }
  if (room === 0) throw new VerifaError('too_many_attempts');

  const object = await putEncrypted(deps, session, storing.bytes);
  let row: DocumentRow;
  try {
    row = await deps.db.transaction().execute(async (trx) => {
      const locked = await storing.lock(trx);
      await storing.also?.(trx, locked);
      return count(trx, locked, { ...storing, ...object, at: deps.clock() });
    });
  } catch (error) {
    await deleteUnlessWritten(deps, object);
    throw error;
  }
  // Somebody else's repeat of the same content was quicker.
  if (row.id !== object.id) await deleteUnlessWritten(deps, object);
  return row;
}

/** A file that lies encrypted in the object store, under a key that no row names yet. */
export interface StoredObject {
  readonly id: DocumentId;
  readonly objectKey: string;
  readonly contentHash: Buffer;
}

export async function putEncrypted(
  { keyring, objects }: Pick<StoreDeps, 'keyring' | 'objects'>,
  session: SessionRow,
  bytes: Buffer,
): Promise<StoredObject> {
  const key = keyToSeal(keyring, session);
  const id = newId('document');
  const objectKey = `${session.id}/${id}`;
  const plaintext = Readable.from([bytes]);
  const identity = { sessionId: session.id, documentId: id };
  await objects.put(objectKey, plaintext.pipe(encryptDocument(key, identity)));
  return { id, objectKey, contentHash: hmacSha256(key, bytes) };
}

interface Counting extends Storing, StoredObject {
  readonly at: Date;
}

/** The newest of its type counts; the older one is kept for the reviewers' trail. */
async function count(
  trx: Transaction<Database>,
  session: SessionRow,
  counting: Counting,
): Promise<DocumentRow> {
  const { id, docType, bytes, judged, actor, contentHash, at } = counting;
  const { current: before, filesLeft: room } = await uploads(trx, session, docType);
  if (before !== undefined && isRepeat(before, session, contentHash)) return before;
  if (room === 0) throw new VerifaError('too_many_attempts');
  if (before !== undefined) {
    // First: of a type one counts.
    await trx
      .updateTable('documents')
      .set({ superseded_at: at })
      .where('id', '=', before.id)
      .execute();
  }
  const { hints, image } = judged;
  const content = { ...counting, image, sizeBytes: bytes.length, hints };
  const values = documentValues(session, content);
  const writes = new PendingWrites(trx);
  writes.add(trx.insertInto('documents').values(values));
  addStep(writes, session, {
    event: 'document_uploaded',
    actor,
    detail: { document_id: id, document_type: docType },
    at,
    asked: counting.asked,
  });
  await writes.send();
  return {
    ...values,
    hints: hints === null ? null : { ...hints },
    superseded_at: null,
    removed_at: null,
  };
}

type WrittenDocument = Insertable<DocumentsTable> &
  Omit<DocumentRow, 'hints' | 'superseded_at' | 'removed_at'>;

interface DocumentContent extends StoredObject {
  readonly docType: StoredDocType;
  readonly image: InspectedImage;
  readonly sizeBytes: number;
  readonly hints: JudgedUpload['hints'];
  readonly at: Date;
}

export function documentValues(
  session: SessionRow,
  { id, docType, contentHash, image, sizeBytes, objectKey, hints, at }: DocumentContent,
): WrittenDocument {
  return {
    id,
    organization_id: session.organization_id,
    environment: session.environment,
    session_id: session.id,
    doc_type: docType,
    capture: session.capture,
    content_hash: contentHash,
    mime_type: image.mimeType,
    size_bytes: sizeBytes,
    width: image.width,
    height: image.height,
    object_key: objectKey,
    hints: hints === null ? null : JSON.stringify(hints),
    created_at: at,
  };
}

interface Uploads {
  /** The one of the type that counts. */
  readonly current: DocumentRow | undefined;
  /** How many files this capture may still send. */
  readonly filesLeft: number;
}

async function uploads(
  db: Kysely<Database>,
  { id, capture }: Pick<SessionRow, 'id' | 'capture'>,
  docType: StoredDocType,
): Promise<Uploads> {
  const rows = await db
    .selectFrom('documents')
    .selectAll()
    .where('session_id', '=', id)
    .where((eb) =>
      eb.or([
        eb('capture', '=', capture),
        eb.and([eb('doc_type', '=', docType), eb('superseded_at', 'is', null)]),
      ]),
    )
    .execute();
  // Frames have a bound of their own: five challenges a capture.
  const files = rows.filter((row) => row.capture === capture && row.doc_type !== 'liveness_frame');
  return {
    current: rows.find((row) => row.doc_type === docType && row.superseded_at === null),
    filesLeft: Math.max(0, filesPerCapture - files.length),
  };
}

/** Within one capture: a piece that a reviewer asked for again is a new document in any case. */
function isRepeat(row: DocumentRow, session: SessionRow, contentHash: Buffer): boolean {
  return (
    row.capture === session.capture &&
    row.removed_at === null &&
    row.content_hash.equals(contentHash)
  );
}

/** How many files this capture may still send. */
export async function filesLeft(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'id' | 'capture'>,
): Promise<number> {
  const { files } = await db
    .selectFrom('documents')
    .select((eb) => eb.fn.countAll<string>().as('files'))
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    // Frames have a bound of their own: five challenges a capture.
    .where('doc_type', '!=', 'liveness_frame')
    .executeTakeFirstOrThrow();
  return Math.max(0, filesPerCapture - Number(files));
}

/**
 * A commit whose answer got lost may have happened: an object is deleted only when its row is known
 * not to be there. What cannot be deleted is an unreadable leftover, no harm to the caller.
 */
export async function deleteUnlessWritten(
  { db, objects, log }: Pick<StoreDeps, 'db' | 'objects' | 'log'>,
  { id, objectKey }: StoredObject,
): Promise<void> {
  try {
    const row = await db
      .selectFrom('documents')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) await objects.delete(objectKey);
  } catch {
    log.warn({ document_id: id }, 'an object without a row is left over');
  }
}
