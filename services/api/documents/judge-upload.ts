import type { StoredDocType } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { inspectToJudge, type InspectedImage } from './inspect-image';
import { hintsOf, type QualityHints } from '../../../shared/images/quality-hints';
import type { ApiDeps } from '../deps';

const selfieShortSidePx = 480;
/** The person waits for the count of faces: later than this there is none. */
const countWithinMs = 1_500;

/** `no_face`: of the side that carries a portrait; null when the count came too late. */
export interface UploadHints extends QualityHints {
  readonly no_face: boolean | null;
}

export interface JudgedUpload {
  readonly image: InspectedImage;
  readonly hints: UploadHints | null;
}

interface Judging {
  readonly bytes: Buffer;
  readonly docType: StoredDocType;
  readonly acceptsPdf: boolean;
}

/** Refuses what may not be stored, by its content alone, and says how good the rest is. */
export async function judgeUpload(
  deps: Pick<ApiDeps, 'countFaces' | 'measurePdf'>,
  { bytes, docType, acceptsPdf }: Judging,
): Promise<JudgedUpload> {
  const isSelfie = docType === 'selfie';
  const { image, grey } = await inspectToJudge(bytes, {
    ...(isSelfie ? { minimumShortSidePx: selfieShortSidePx } : {}),
    ...(acceptsPdf && !isSelfie ? { measurePdf: deps.measurePdf } : {}),
  });
  if (grey === null) return { image, hints: null };
  if (isSelfie) await requireOneFace(deps, bytes);
  const counting = docType === 'id_front' ? withinBound(() => deps.countFaces(bytes)) : 1;
  const quality = hintsOf(grey);
  const faces = await counting;
  const noFace = faces === null ? null : faces === 0;
  return {
    image,
    hints: { ...quality, no_face: noFace, retake: quality.retake || noFace === true },
  };
}

async function requireOneFace(deps: Pick<ApiDeps, 'countFaces'>, bytes: Buffer): Promise<void> {
  const faces = await deps.countFaces(bytes);
  if (faces !== 1) throw new VerifaError('face_count', { extra: { faces } });
}

/** A hint is a kindness: one that is late or fails refuses nothing. */
async function withinBound<T>(work: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), countWithinMs);
  });
  try {
    return await Promise.race([work().catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
