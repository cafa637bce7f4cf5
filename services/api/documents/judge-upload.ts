import type { StoredDocType } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { inspectImage, type InspectedImage } from '../../../shared/images/inspect-image';
import { qualityHints, type QualityHints } from '../../../shared/images/quality-hints';
import type { ApiDeps } from '../deps';

const selfieShortSidePx = 480;
/** The person waits for the hints: later than this there are none. */
const hintsWithinMs = 1_500;

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
  const image = await inspectImage(bytes, {
    ...(isSelfie ? { minimumShortSidePx: selfieShortSidePx } : {}),
    ...(acceptsPdf && !isSelfie ? { measurePdf: deps.measurePdf } : {}),
  });
  if (image.format === 'pdf') return { image, hints: null };
  if (isSelfie) await requireOneFace(deps, bytes);
  const [quality, faces] = await Promise.all([
    withinBound(() => qualityHints(bytes)),
    docType === 'id_front' ? withinBound(() => deps.countFaces(bytes)) : 1,
  ]);
  if (quality === null) return { image, hints: null };
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

/** Hints are a kindness: one that is late or fails refuses nothing. */
async function withinBound<T>(work: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), hintsWithinMs);
  });
  try {
    return await Promise.race([work().catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
