import { sql } from 'kysely';
import { keyedHash, ownerKey } from '../../../../shared/applicant/keyed-hash';
import { seal } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { SessionRow } from '../../../../shared/database/schema';
import type { DocumentId } from '../../../../shared/domain/ids';
import type { AttemptRef } from '../../../session/contract';
import { lockProcessing } from '../duplicates/keep-attributes';
import type { PrintDeps } from './keep-prints';
import type { FrameLook } from '../../engines/face/liveness/judge-liveness';

export interface PrintedFrame extends FrameLook {
  readonly documentId: DocumentId;
}

/** One accepted set, as it is looked for in others. */
export interface PrintedSet {
  readonly frames: readonly PrintedFrame[];
  /** Null where the workflow takes none; without frames where it has no liveness step. */
  readonly selfie: PrintedFrame | null;
}

/** Name and version in one word, as rows have it: other prints are made otherwise. */
export const framePrintEngine = 'liveness-frame 2';
/** Made the same way; the name says what the picture was. */
export const selfiePrintEngine = 'liveness-selfie 2';

/**
 * Writes what the frames and the selfie are found by, before anything is looked up and under the owner's lock: of two
 * sessions with one frame at the same moment the later finds the earlier. Redaction deletes them with the
 * prints of documents, whose table they share.
 *
 * @throws VerifaError attempt_stale when the session went on; nothing is kept of one that was redacted
 */
export async function keepFramePrints(
  { db, keyring, clock }: PrintDeps,
  session: SessionRow,
  ref: AttemptRef,
  { frames, selfie }: PrintedSet,
): Promise<void> {
  if (frames.length === 0 && selfie === null) return;
  const { organization_id, environment } = session;
  const key = ownerKey(keyring, session, 'frame-prints');
  const at = clock();
  const pictures = [
    ...frames.map((frame) => ({ ...frame, engine: framePrintEngine })),
    ...(selfie === null ? [] : [{ ...selfie, engine: selfiePrintEngine }]),
  ];
  const rows = pictures.map(({ documentId, pixelHash, print, engine }) => ({
    organization_id,
    environment,
    session_id: session.id,
    document_id: documentId,
    engine,
    content_hash: keyedHash(key, 'pixels', pixelHash),
    print_sealed: seal(key, sealContext.framePrint(documentId), Buffer.from(print ?? [])),
    created_at: at,
  }));
  await db.transaction().execute(async (trx) => {
    await lockProcessing(trx, ref);
    const owner = `frame-prints/${organization_id}/${environment}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${owner}, 0))`.execute(trx);
    await trx
      .insertInto('document_prints')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['session_id', 'document_id', 'engine']).doNothing(),
      )
      .execute();
  });
}
