import { wholeReader } from '../document/whole-document-reader';
import type { CheckEngines } from '../engines';
import type { CheckPool } from './check-pool';

/** The built-in engines, each call in a process of the pool. */
export function pooledEngines(pool: CheckPool): CheckEngines {
  return {
    reader: wholeReader,
    judgeQuality: (image, signal) => pool.run({ kind: 'document_quality', image }, signal),
    readDocument: (pages, signal) => pool.run({ kind: 'document_read', pages }, signal),
    async embedFace(image, signal) {
      const { face } = await pool.run({ kind: 'face_embed', image }, signal);
      return face;
    },
    readText: (image, signal) => pool.run({ kind: 'text_read', image }, signal),
    traceImage: (image, signal) => pool.run({ kind: 'image_trace', image }, signal),
    printFace: (image, signal) => pool.run({ kind: 'face_print', image }, signal),
    judgeLiveness: (frames, signal) => pool.run({ kind: 'liveness_judge', ...frames }, signal),
    matchFaces: (pair, signal) => pool.run({ kind: 'face_match', ...pair }, signal),
  };
}
