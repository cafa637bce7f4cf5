import type { FaceEmbedding } from '../engines';
import type { FaceEngine } from './face-engine';

/** The largest face, to be compared with those of other sessions. */
export async function embedFace(
  engine: FaceEngine,
  image: Uint8Array,
): Promise<FaceEmbedding | null> {
  const face = await engine.embedLargest(image);
  return face === null
    ? null
    : { embedding: face.embedding, engine: `${engine.engine} ${engine.engineVersion}` };
}
