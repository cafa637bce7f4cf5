import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { detectFaces } from '../face-detector';
import type { FaceEngine } from '../face-engine';
import { facePoints68 } from '../face-landmarks';
import { countProminent } from '../match-faces';
import { decodeRgb } from '../rgb-picture';
import { grown, padded, regionOf } from './crop';
import { expressionSidePx, loadExpressionNet } from './expression-net';
import { faceGeometry } from './face-geometry';
import { eyeOpen, headPose, passiveScore } from './frame-nets';
import type { ObservedFrame } from './observed-frame';

export interface FrameObserverDeps {
  /** Knows people again; whichever one judges `face_match`. */
  readonly faces: FaceEngine;
  /** The folder of the artifact `face-models`. */
  readonly modelsDir: string;
  /** The folder of the artifact `expression-model`. */
  readonly expressionModelDir: string;
  readonly intraOpThreads: number;
}

export interface FrameObserver {
  readonly engine: string;
  readonly engineVersion: string;
  observe(image: Uint8Array): Promise<ObservedFrame>;
  dispose(): Promise<void>;
}

/** Below this the passive net says what it likes: it learnt from faces that fill the frame. */
const passiveFacePx = 160;
/** face-api's own margin around the points of a face. */
const expressionMargin = 1.2;

export async function createFrameObserver(deps: FrameObserverDeps): Promise<FrameObserver> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: deps.intraOpThreads,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    logSeverityLevel: 3,
  };
  const load = (model: string): Promise<InferenceSession> =>
    InferenceSession.create(join(deps.modelsDir, `${model}.onnx`), options);
  const detector = await load('fr_detect');
  const landmarks = await load('fr_landmark');
  const pose = await load('fr_pose');
  const eyes = await load('fr_eye');
  const passive = await load('fr_liveness');
  const expression = await loadExpressionNet(deps.expressionModelDir);

  return {
    engine: `${deps.faces.engine}+face-api-expression`,
    engineVersion: `${deps.faces.engineVersion}+1.7.15+rules.1`,
    async observe(image) {
      const picture = await decodeRgb(image);
      const pixelHash = createHash('sha256').update(picture.pixels).digest('hex');
      const boxes = await detectFaces(detector, picture);
      const [box] = boxes;
      if (box === undefined) return { pixelHash, face: null };
      const points = await facePoints68(landmarks, picture, box);
      const around = grown(regionOf(points), expressionMargin);
      const open = [
        await eyeOpen(eyes, picture, points, 36),
        await eyeOpen(eyes, picture, points, 42),
      ];
      const face = {
        ...faceGeometry(points),
        faces: countProminent(boxes),
        embedding: (await deps.faces.embedLargest(image))?.embedding ?? null,
        pose: await headPose(pose, picture, box),
        eyesOpen: Math.max(...open),
        smile: expression.smile(await padded(picture, around, expressionSidePx)),
        passive: box.height < passiveFacePx ? null : await passiveScore(passive, picture, box),
      };
      return { pixelHash, face };
    },
    async dispose() {
      const sessions = [detector, landmarks, pose, eyes, passive];
      await Promise.all(sessions.map((session) => session.release()));
    },
  };
}
