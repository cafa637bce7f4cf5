import { faceMatchConfigSchema } from '../../../shared/domain/checks/check-config';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

/** `face_match`: the selfie against the portrait on the document's front. */
export const judgeFaceMatch: Judge = async ({ deps, input, signal }, config) => {
  const { threshold } = faceMatchConfigSchema.parse(config);
  const portrait = await input.picture('id_front');
  const selfie = await input.picture('selfie');
  if (portrait === null || selfie === null) {
    return { outcome: skipped('face_match', 'input_missing') };
  }
  return { outcome: await deps.engines.matchFaces({ portrait, selfie, threshold }, signal) };
};
