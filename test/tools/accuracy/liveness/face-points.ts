import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { detectFaces } from '../../../../activities/checks/engines/face/face-detector';
import type { Point } from '../../../../activities/checks/engines/face/face-engine';
import { facePoints68 } from '../../../../activities/checks/engines/face/face-landmarks';
import { decodeRgb } from '../../../../activities/checks/engines/face/rgb-picture';

export interface PointFinder {
  /** The 68 points of the largest face; null when there is none. */
  find(image: Uint8Array): Promise<readonly Point[] | null>;
  dispose(): Promise<void>;
}

/** Where to draw a movement in a picture. */
export async function createPointFinder(modelsDir: string): Promise<PointFinder> {
  const load = (model: string): Promise<InferenceSession> =>
    InferenceSession.create(join(modelsDir, `${model}.onnx`), { intraOpNumThreads: 1 });
  const [detector, landmarks] = [await load('fr_detect'), await load('fr_landmark')];
  return {
    async find(image) {
      const picture = await decodeRgb(image);
      const [box] = await detectFaces(detector, picture);
      return box === undefined ? null : facePoints68(landmarks, picture, box);
    },
    async dispose() {
      await Promise.all([detector.release(), landmarks.release()]);
    },
  };
}
