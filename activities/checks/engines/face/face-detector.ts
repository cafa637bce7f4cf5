import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { FaceBox } from './face-engine';
import { fitted, type RgbPicture } from './rgb-picture';

/** The detector's input; its answers are corners as shares of it, for 4,420 fixed places. */
const inputWidth = 320;
const inputHeight = 240;
const minimumConfidence = 0.7;
/** Boxes that share more than this of their union show the same face. */
const maximumOverlap = 0.3;

export async function detectFaces(
  session: InferenceSession,
  picture: RgbPicture,
): Promise<readonly FaceBox[]> {
  const frame = await fitted(picture, inputWidth, inputHeight);
  const input = new Tensor('float32', normalised(frame), [1, 3, inputHeight, inputWidth]);
  const { scores, boxes } = await session.run({ input });
  const found = candidates(floats(scores), floats(boxes));
  // `fitted` scales both sides by one factor and starts at the top left.
  const scale = Math.max(picture.width / inputWidth, picture.height / inputHeight);
  return distinct(found)
    .map((box) => ({
      left: box.left * inputWidth * scale,
      top: box.top * inputHeight * scale,
      width: box.width * inputWidth * scale,
      height: box.height * inputHeight * scale,
      confidence: box.confidence,
    }))
    .sort((a, b) => b.width * b.height - a.width * a.height);
}

/** Planes of red, green, blue, each byte to about −1…1, as the models were trained. */
export function normalised({ pixels, width, height }: RgbPicture): Float32Array {
  const plane = width * height;
  const values = new Float32Array(plane * 3);
  for (let at = 0; at < plane; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      values[channel * plane + at] = ((pixels[at * 3 + channel] ?? 0) - 127) / 128;
    }
  }
  return values;
}

export function floats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('the model answered no numbers');
  return tensor.data;
}

function candidates(scores: Float32Array, boxes: Float32Array): FaceBox[] {
  const found: FaceBox[] = [];
  for (let place = 0; place * 4 < boxes.length; place += 1) {
    const confidence = scores[place * 2 + 1] ?? 0;
    if (confidence < minimumConfidence) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(place * 4, place * 4 + 4);
    if (right <= left || bottom <= top) continue;
    found.push({ left, top, width: right - left, height: bottom - top, confidence });
  }
  return found;
}

/** Of boxes that overlap, the most confident stays (non-maximum suppression). */
function distinct(boxes: readonly FaceBox[]): FaceBox[] {
  const kept: FaceBox[] = [];
  for (const box of [...boxes].sort((a, b) => b.confidence - a.confidence)) {
    if (kept.every((other) => overlap(box, other) <= maximumOverlap)) kept.push(box);
  }
  return kept;
}

function overlap(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}
