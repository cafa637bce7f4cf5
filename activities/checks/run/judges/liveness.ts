import { livenessConfigSchema } from '../../../../shared/checks/check-config';
import type { LivenessChallenge } from '../../../../shared/checks/liveness-challenge';
import type { DocumentId } from '../../../../shared/ids';
import type { LivenessFrames } from '../../face/liveness/judge-liveness';
import type { CheckInput } from '../check-input';
import type { Judge, JudgeContext } from '../judge';
import { skipped } from '../write-outcome';

/** `liveness`: the set of frames that was accepted last. Over the integrator's API there is none. */
export const judgeLivenessCheck: Judge = async ({ deps, input, signal }, config) => {
  livenessConfigSchema.parse(config);
  const frames = await acceptedFrames(deps, input);
  if (frames === null) return { outcome: skipped('liveness', 'input_missing') };
  return deps.engines.judgeLiveness(frames, signal);
};

interface PlacedFrame {
  readonly documentId: DocumentId;
  /** 0: the neutral frame. */
  readonly challenge: number;
  readonly challenges: readonly LivenessChallenge[];
}

async function acceptedFrames(
  deps: JudgeContext['deps'],
  input: CheckInput,
): Promise<LivenessFrames | null> {
  const documents = input.documents('liveness_frame');
  if (documents.length === 0) return null;
  const placed: readonly PlacedFrame[] = await deps.db
    .selectFrom('liveness_frames')
    .innerJoin(
      'liveness_challenges',
      'liveness_challenges.nonce_hash',
      'liveness_frames.nonce_hash',
    )
    .select(['document_id as documentId', 'challenge', 'challenges'])
    .where(
      'document_id',
      'in',
      documents.map(({ id }) => id),
    )
    .orderBy('challenge')
    .orderBy('position')
    .execute();
  const bytesOf = async (challenge: number): Promise<Buffer[]> => {
    const pictures: Buffer[] = [];
    for (const one of placed.filter((frame) => frame.challenge === challenge)) {
      const row = documents.find(({ id }) => id === one.documentId);
      if (row !== undefined) pictures.push(await input.open(row));
    }
    return pictures;
  };
  const [neutral] = await bytesOf(0);
  if (neutral === undefined) return null;
  const asked = placed[0]?.challenges ?? [];
  const challenges = [];
  for (const [index, challenge] of asked.entries()) {
    challenges.push({ challenge, frames: await bytesOf(index + 1) });
  }
  return { neutral, challenges, selfie: await input.picture('selfie') };
}
