import { measureFace, type FaceMeasures } from '../challenge/measure-face';
import type { Picture } from './crop';
import { eyeDetail } from './eye-detail';
import { faceDetector, type FoundFace } from './find-faces';
import { pointsFinder } from './find-points';

export const faceHints = [
  'no_face',
  'several_faces',
  'center',
  'come_closer',
  'move_away',
  'too_dark',
  'good',
] as const;
export type FaceHint = (typeof faceHints)[number];

/** What one frame shows of a face; to help the person only, the server judges again. */
export interface FaceLook {
  readonly hint: FaceHint;
  readonly faces: number;
  /** x and y of the 68 points, in shares of the frame; null where there is no face. */
  readonly points: Float32Array | null;
  readonly measures: FaceMeasures | null;
}

export interface FaceWeights {
  /** `tiny_face_detector_model.bin`. */
  readonly detector: Uint8Array;
  /** `face_landmark_68_tiny_model.bin`. */
  readonly points: Uint8Array;
}

export type FaceJudge = (picture: Picture) => FaceLook;

/** A second face counts from this share of the first one's area on, as on the server. */
const companionShare = 0.25;
/** A companion is named only when it is one for sure: a pattern on the wall is not. */
const companionScore = 0.5;
/** Of the shorter side: what a face measures from cheek to cheek. */
const faceWidth = { least: 0.3, most: 0.78 } as const;
/** How far its middle may lie from where it belongs, in the shorter side; brows to chin are the oval's lower part. */
const offCentre = { across: 0.17, down: 0.22 } as const;
const belongsDown = 0.54;
/** Mean brightness of 255. */
const leastLight = 45;

export function faceJudge(weights: FaceWeights): FaceJudge {
  const findFaces = faceDetector(weights.detector);
  const findPoints = pointsFinder(weights.points);
  return (picture) => {
    const found = findFaces(picture);
    const [face] = found;
    if (face === undefined) {
      const hint = lightOf(picture, wholeOf(picture)) < leastLight ? 'too_dark' : 'no_face';
      return { hint, faces: 0, points: null, measures: null };
    }
    const faces = prominent(found).length;
    const points = findPoints(picture, face);
    const measures = measureFace(points, eyeDetail(picture, points));
    const shares = points.map((value, index) =>
      index % 2 === 0 ? value / picture.width : value / picture.height,
    );
    const hint = faces > 1 ? 'several_faces' : placed(picture, outlineOf(points), face);
    return { hint, faces, points: shares, measures };
  };
}

function prominent([first, ...others]: readonly FoundFace[]): readonly FoundFace[] {
  if (first === undefined) return [];
  const area = (face: FoundFace): number => face.width * face.height;
  const beside = others.filter(
    (face) => face.score >= companionScore && area(face) >= companionShare * area(first),
  );
  return [first, ...beside];
}

interface Outline {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** From cheek to cheek, and from the brows to the chin: the detector's own box sways too much. */
function outlineOf(points: Float32Array): Outline {
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  return {
    x: (left + right) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
    width: right - left,
  };
}

function placed(picture: Picture, { x, y, width }: Outline, face: FoundFace): FaceHint {
  if (lightOf(picture, face) < leastLight) return 'too_dark';
  const shorter = Math.min(picture.width, picture.height);
  if (width < faceWidth.least * shorter) return 'come_closer';
  if (width > faceWidth.most * shorter) return 'move_away';
  const across = Math.abs(x - picture.width / 2) / shorter;
  const down = Math.abs(y - picture.height * belongsDown) / shorter;
  return across > offCentre.across || down > offCentre.down ? 'center' : 'good';
}

function wholeOf({ width, height }: Picture): { left: 0; top: 0; width: number; height: number } {
  return { left: 0, top: 0, width, height };
}

function lightOf(picture: Picture, region: Parameters<Picture['draw']>[0]): number {
  const side = 12;
  const drawn = picture.draw(region, side, side);
  let sum = 0;
  for (let at = 0; at < drawn.length; at += 4) {
    sum += ((drawn[at] ?? 0) + (drawn[at + 1] ?? 0) + (drawn[at + 2] ?? 0)) / 3;
  }
  return sum / (side * side);
}
