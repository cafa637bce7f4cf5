import { createHash } from 'node:crypto';
import { sharpness } from '../../../../../shared/images/sharpness';
import { netLoader, type NetsDeps } from '../load-nets';
import { detectFaces } from '../face-detector';
import type { FaceBox, FaceEngine } from '../face-engine';
import { facePoints68 } from '../face-landmarks';
import { countProminent } from '../match-faces';
import { decodeRgb, type RgbPicture } from '../rgb-picture';
import { greySquare, grown, padded, regionOf } from './crop';
import { expressionSidePx, loadExpressionNet } from './expression-net';
import { faceChroma } from './face-chroma';
import { faceGeometry } from './face-geometry';
import { facePlane } from './face-plane';
import { eyeOpen, headPose, passiveScore } from './frame-nets';
import type { ObservedFrame } from './observed-frame';

export interface FrameObserverDeps extends NetsDeps {
  /** Knows people again; whichever one judges `face_match`. */
  readonly faces: FaceEngine;
  /** The folder of the artifact `expression-model`. */
  readonly expressionModelDir: string;
}

export interface FrameObserver {
  readonly engine: string;
  readonly engineVersion: string;
  observe(image: Uint8Array): Promise<ObservedFrame>;
  dispose(): Promise<void>;
}

/** Smaller or less sharp, and the passive net says what it likes: it learnt from near faces in focus. */
const passiveFacePx = 160;
const passiveSharpness = 0.06;
/** face-api's own margin around the points of a face. */
const expressionMargin = 1.2;

export async function createFrameObserver(deps: FrameObserverDeps): Promise<FrameObserver> {
  const load = netLoader(deps);
  const detector = await load('fr_detect');
  const landmarks = await load('fr_landmark');
  const pose = await load('fr_pose');
  const eyes = await load('fr_eye');
  const passive = await load('fr_liveness');
  const expression = await loadExpressionNet(deps.expressionModelDir);

  return {
    engine: `${deps.faces.engine}+face-api-expression`,
    engineVersion: `${deps.faces.engineVersion}+1.7.15+rules.2`,
    async observe(image) {
      const picture = await decodeRgb(image);
      const pixelHash = createHash('sha256').update(picture.pixels).digest('hex');
      const boxes = await detectFaces(detector, picture);
      const [box] = boxes;
      if (box === undefined) return { pixelHash, face: null, look: null };
      const points = await facePoints68(landmarks, picture, box);
      const around = grown(regionOf(points), expressionMargin);
      const open = [
        await eyeOpen(eyes, picture, points, 36),
        await eyeOpen(eyes, picture, points, 42),
      ];
      const face = {
        ...faceGeometry(points),
        faces: countProminent(boxes),
        embedding: (await deps.faces.embedIn(picture, box))?.embedding ?? null,
        pose: await headPose(pose, picture, box),
        eyesOpen: Math.max(...open),
        smile: expression.smile(await padded(picture, around, expressionSidePx)),
        passive: (await isNear(picture, box)) ? await passiveScore(passive, picture, box) : null,
      };
      const look = {
        plane: await facePlane(picture, points),
        chroma: faceChroma(picture, points),
      };
      return { pixelHash, face, look };
    },
    async dispose() {
      const sessions = [detector, landmarks, pose, eyes, passive];
      await Promise.all(sessions.map((session) => session.release()));
    },
  };
}

/** Measured at one size, so that a large blurred face is as blurred as it looks. */
async function isNear(picture: RgbPicture, box: FaceBox): Promise<boolean> {
  if (box.height < passiveFacePx) return false;
  const data = await greySquare(picture, box, passiveFacePx);
  const grey = { data, width: passiveFacePx, height: passiveFacePx, channels: 1 } as const;
  return (sharpness(grey) ?? 0) >= passiveSharpness;
}
