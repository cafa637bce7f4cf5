import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { seal } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, DocumentRow, SessionRow } from '../../../../shared/database/schema';
import { keyedHash, ownerKey } from '../../../../shared/applicant/keyed-hash';
import { forensicsEngine } from '../../engines/forensics/image-traces';

export interface PrintDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly clock: () => Date;
}

/** The pictures of one attempt, and which document was read from them. */
export interface TracedPictures {
  readonly traced: readonly TracedDocument[];
  /** Number and issuing state; null where none was read. */
  readonly document: string | null;
}

export interface TracedDocument {
  readonly documentId: DocumentRow['id'];
  readonly bytes: Buffer;
  readonly print: Uint8Array;
}

/** Name and version in one word, as rows have it. */
export const printEngine = `${forensicsEngine.engine} ${forensicsEngine.engineVersion}`;

/** What pictures of a document are found by, by whoever looks for the same bytes or a copy of them. */
export function documentPrints(
  { keyring, clock }: Pick<PrintDeps, 'keyring' | 'clock'>,
  session: SessionRow,
  { traced, document }: TracedPictures,
) {
  const { organization_id, environment } = session;
  const key = ownerKey(keyring, session, 'document-prints');
  const documentHash = document === null ? null : keyedHash(key, 'document', document);
  const at = clock();
  return traced.map(({ documentId, bytes, print }) => ({
    organization_id,
    environment,
    session_id: session.id,
    document_id: documentId,
    engine: printEngine,
    content_hash: contentHash(key, bytes),
    print_sealed: seal(key, sealContext.documentPrint(documentId), Buffer.from(print)),
    document_hash: documentHash,
    created_at: at,
  }));
}

function contentHash(key: Buffer, bytes: Buffer): Buffer {
  return keyedHash(key, 'content', createHash('sha256').update(bytes).digest('hex'));
}
