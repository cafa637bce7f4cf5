import type { FaceEmbedding } from '../engines/engines';
import type { JudgeContext } from '../judge/judge';

/** The selfie's face; without one, the document's portrait. Null when neither shows one. */
export async function sessionFace({
  deps,
  input,
  signal,
}: JudgeContext): Promise<FaceEmbedding | null> {
  for (const type of ['selfie', 'id_front'] as const) {
    const picture = await input.picture(type);
    const face = picture === null ? null : await deps.engines.embedFace(picture, signal);
    if (face !== null) return face;
  }
  return null;
}
