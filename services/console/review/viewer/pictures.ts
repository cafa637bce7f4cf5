import type { AnswerOf } from '../../../client/src/route-types';

export type StoredDocument = AnswerOf<'GET /api/v1/sessions/{id}/documents'>['data'][number];

/** A session's documents as a reviewer looks at them. */
export interface Pictures {
  /** The ones that count, in the order in which they are compared; files that are no pictures among them. */
  readonly current: readonly StoredDocument[];
  /** What they took the place of, the newest first. */
  readonly earlier: readonly StoredDocument[];
  /** The liveness frames that count, by the challenge they answer. */
  readonly challenges: readonly FramesOfChallenge[];
}

export interface FramesOfChallenge {
  /** From 0, the neutral frame. */
  readonly challenge: number;
  /** What was asked of the person; null for the neutral frame. */
  readonly asked: NonNullable<StoredDocument['frame']>['asked'];
  readonly frames: readonly StoredDocument[];
}

const comparedOrder = ['id_front', 'id_back', 'selfie', 'proof_of_address'];

export function sortPictures(documents: readonly StoredDocument[]): Pictures {
  const stills = documents.filter(({ doc_type }) => doc_type !== 'liveness_frame');
  const counts = ({ superseded_at: at }: StoredDocument): boolean => at === null;
  const frames = documents.filter((one) => one.frame !== null && counts(one));
  return {
    current: stills.filter(counts).sort(byOrder),
    earlier: stills
      .filter((one) => !counts(one))
      .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at)),
    challenges: challengesOf(frames),
  };
}

/** The document beside the face; of a session without one of them, whatever else there is. */
export function firstPair({ current }: Pictures): readonly [string | null, string | null] {
  const images = current.filter(isImage);
  const of = (type: string): StoredDocument | undefined =>
    images.find(({ doc_type }) => doc_type === type);
  const left = of('id_front') ?? images[0];
  const right = of('selfie') ?? images.find(({ id }) => id !== left?.id);
  return [left?.id ?? null, right?.id === left?.id ? null : (right?.id ?? null)];
}

export function isImage({ mime_type: type }: StoredDocument): boolean {
  return type.startsWith('image/');
}

function byOrder(one: StoredDocument, other: StoredDocument): number {
  return comparedOrder.indexOf(one.doc_type) - comparedOrder.indexOf(other.doc_type);
}

function challengesOf(frames: readonly StoredDocument[]): readonly FramesOfChallenge[] {
  const numbers = [...new Set(frames.flatMap(({ frame }) => frame?.challenge ?? []))].sort(
    (one, other) => one - other,
  );
  return numbers.map((challenge) => {
    const own = frames
      .filter(({ frame }) => frame?.challenge === challenge)
      .sort((one, other) => (one.frame?.position ?? 0) - (other.frame?.position ?? 0));
    return { challenge, asked: own[0]?.frame?.asked ?? null, frames: own };
  });
}
