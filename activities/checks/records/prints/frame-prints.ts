import { keyedHash, ownerKey } from '../../../../shared/applicant/keyed-hash';
import { seal } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { SessionRow } from '../../../../shared/database/schema';
import type { DocumentId } from '../../../../shared/domain/ids';
import type { PrintDeps } from './document-prints';
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

/** What the frames and the selfie are found by. They share the table of prints of documents, and go with it. */
export function framePrints(
  { keyring, clock }: Pick<PrintDeps, 'keyring' | 'clock'>,
  session: SessionRow,
  { frames, selfie }: PrintedSet,
) {
  const { organization_id, environment } = session;
  const key = ownerKey(keyring, session, 'frame-prints');
  const at = clock();
  const pictures = [
    ...frames.map((frame) => ({ ...frame, engine: framePrintEngine })),
    ...(selfie === null ? [] : [{ ...selfie, engine: selfiePrintEngine }]),
  ];
  return pictures.map(({ documentId, pixelHash, print, engine }) => ({
    organization_id,
    environment,
    session_id: session.id,
    document_id: documentId,
    engine,
    content_hash: keyedHash(key, 'pixels', pixelHash),
    print_sealed: seal(key, sealContext.framePrint(documentId), Buffer.from(print ?? [])),
    created_at: at,
  }));
}
