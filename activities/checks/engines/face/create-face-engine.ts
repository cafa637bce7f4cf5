import { Tensor } from 'onnxruntime-node';
import { alignedSidePx, alignFace } from './align-face';
import { netLoader, type NetsDeps } from './load-nets';
import { detectFaces, floats, normalised } from './face-detector';
import type { EmbeddedFace, FaceBox, FaceEngine } from './face-engine';
import { facePoints } from './face-landmarks';
import {
  decodeRgb,
  marginOf,
  of,
  partOf,
  raw,
  turned,
  withMargin,
  type PicturePart,
  type RgbPicture,
} from './rgb-picture';

export type FaceEngineDeps = NetsDeps;

/** Below this the embedding is of no clear face: a page turned by 90° gave false ones of 2.2. */
const minimumNorm = 2.5;
/** Faces much larger than the recogniser's input are made smaller first, so that none of it aliases. */
const workingFacePx = 224;
const marginShare = 0.3;
/** Corners of the parts in which a small portrait is looked for, each so large a share of both sides. */
const parts: readonly PicturePart[] = [0, 0.2, 0.4].flatMap((left) =>
  [0, 0.4].map((top) => ({ left, top, share: 0.6 })),
);

/** The built-in engine: detector, landmarks and recogniser as ONNX models on the CPU. */
export async function createFaceEngine(deps: FaceEngineDeps): Promise<FaceEngine> {
  const load = netLoader(deps);
  const detector = await load('fr_detect');
  const landmarks = await load('fr_landmark');
  const recogniser = await load('fr_feature');

  async function embed(picture: RgbPicture, box: FaceBox): Promise<EmbeddedFace> {
    const near = await closeUp(picture, box);
    const points = await facePoints(landmarks, near.picture, near.box);
    const aligned = alignFace(near.picture, points);
    const input = new Tensor('float32', normalised(aligned), [1, 3, alignedSidePx, alignedSidePx]);
    const { output } = await recogniser.run({ input });
    const vector = floats(output);
    const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    return { norm, embedding: vector.map((value) => value / norm) };
  }

  /** As it is, then with a margin, for crops that are all face. */
  async function bestOf(picture: RgbPicture): Promise<EmbeddedFace | null> {
    for (const share of [0, marginShare]) {
      const looked = share === 0 ? picture : await withMargin(picture, share);
      const [box] = await detectFaces(detector, looked);
      if (box === undefined) continue;
      const face = await embed(looked, box);
      if (face.norm >= minimumNorm) return face;
    }
    return null;
  }

  /**
   * In overlapping parts: the detector sees every picture at 320 pixels, where the portrait of a small scan of
   * a document has a dozen.
   */
  async function bestInParts(picture: RgbPicture): Promise<EmbeddedFace | null> {
    let best: EmbeddedFace | null = null;
    for (const part of parts) {
      const face = await bestOf(await partOf(picture, part));
      if (face !== null && face.norm > (best?.norm ?? 0)) best = face;
    }
    return best;
  }

  return {
    engine: 'faceplugin-onnx',
    engineVersion: '0.0.1',
    async detect(image) {
      const picture = await decodeRgb(image);
      const found = await detectFaces(detector, picture);
      if (found.length > 0) return found;
      const margin = marginOf(picture, marginShare);
      const wider = await detectFaces(detector, await withMargin(picture, marginShare));
      return wider.map((box) => ({ ...box, left: box.left - margin.x, top: box.top - margin.y }));
    },
    detectInPixels: (picture) => detectFaces(detector, picture),
    async embedLargest(image) {
      const upright = await decodeRgb(image);
      let best = await bestOf(upright);
      if (best !== null) return best;
      for (const quarters of [1, 2, 3] as const) {
        const face = await bestOf(await turned(upright, quarters));
        if (face !== null && face.norm > (best?.norm ?? 0)) best = face;
      }
      return best ?? (await bestInParts(upright));
    },
    async embedIn(picture, box) {
      const face = await embed(picture, box);
      // A crop that is all face is known with a margin around it.
      return face.norm >= minimumNorm ? face : bestOf(picture);
    },
    async dispose() {
      await Promise.all([detector.release(), landmarks.release(), recogniser.release()]);
    },
  };
}

/** The face and its surroundings, at a size that suits the recogniser. */
async function closeUp(
  picture: RgbPicture,
  box: FaceBox,
): Promise<{ picture: RgbPicture; box: FaceBox }> {
  const scale = Math.min(1, workingFacePx / box.height);
  if (scale === 1) return { picture, box };
  const smaller = await raw(of(picture).resize({ width: Math.round(picture.width * scale) }));
  return {
    picture: smaller,
    box: {
      ...box,
      left: box.left * scale,
      top: box.top * scale,
      width: box.width * scale,
      height: box.height * scale,
    },
  };
}
