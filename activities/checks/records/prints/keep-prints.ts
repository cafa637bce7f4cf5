import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { seal } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, DocumentRow, SessionRow } from '../../../../shared/database/schema';
import { keyedHash, ownerKey } from '../../../../shared/applicant/keyed-hash';
import type { AttemptRef } from '../../../session/contract';
import { lockProcessing } from '../duplicates/keep-attributes';
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

/**
 * Writes what the session's pictures are found by, before anything is looked up, under the same kind of
 * lock as its attributes: of two sessions with one picture at the same moment the later finds the earlier.
 *
 * @throws VerifaError attempt_stale when the session went on; nothing is kept of one that was redacted
 */
export async function keepPrints(
  { db, keyring, clock }: PrintDeps,
  session: SessionRow,
  ref: AttemptRef,
  { traced, document }: TracedPictures,
): Promise<void> {
  const { organization_id, environment } = session;
  const key = ownerKey(keyring, session, 'document-prints');
  const documentHash = document === null ? null : keyedHash(key, 'document', document);
  const at = clock();
  const rows = traced.map(({ documentId, bytes, print }) => ({
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
  await db.transaction().execute(async (trx) => {
    await lockProcessing(trx, ref);
    const owner = `document-prints/${organization_id}/${environment}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${owner}, 0))`.execute(trx);
    await trx
      .insertInto('document_prints')
      .values(rows)
      .onConflict((conflict) =>
        // Kept once; a later attempt may have read what an earlier one could not.
        conflict.columns(['session_id', 'document_id', 'engine']).doUpdateSet((row) => ({
          document_hash: row.fn.coalesce('excluded.document_hash', 'document_prints.document_hash'),
        })),
      )
      .execute();
  });
}

function contentHash(key: Buffer, bytes: Buffer): Buffer {
  return keyedHash(key, 'content', createHash('sha256').update(bytes).digest('hex'));
}
