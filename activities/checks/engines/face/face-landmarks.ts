import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { floats } from './face-detector';
import type { FaceBox, Point } from './face-engine';
import { of, type RgbPicture } from './rgb-picture';

const inputSidePx = 64;

/** The 68 points of the common annotation scheme, in the picture's pixels. */
export async function facePoints68(
  session: InferenceSession,
  picture: RgbPicture,
  box: FaceBox,
): Promise<readonly Point[]> {
  const region = squareAround(box, picture);
  const { data } = await of(picture)
    .extract(region)
    .resize(inputSidePx, inputSidePx, { fit: 'fill' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const values = Float32Array.from(
    data.subarray(0, inputSidePx * inputSidePx),
    (byte) => byte / 256,
  );
  const input = new Tensor('float32', values, [1, 1, inputSidePx, inputSidePx]);
  const { output } = await session.run({ input });
  const numbers = floats(output);
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({
    x: (numbers[index * 2] ?? 0) * region.width + region.left,
    y: (numbers[index * 2 + 1] ?? 0) * region.height + region.top,
  }));
}

/** The middle of some of the 68 points. */
export function middleOf(points: readonly Point[], ...indices: readonly number[]): Point {
  let [x, y] = [0, 0];
  for (const index of indices) {
    x += points[index]?.x ?? 0;
    y += points[index]?.y ?? 0;
  }
  return { x: x / indices.length, y: y / indices.length };
}

/** Two eyes, nose, two mouth corners: what the recogniser's input is aligned by. */
export async function facePoints(
  session: InferenceSession,
  picture: RgbPicture,
  box: FaceBox,
): Promise<readonly Point[]> {
  const points = await facePoints68(session, picture, box);
  // 37, 38, 40, 41: the lids of one eye; 43, 44, 46, 47: of the other; 30: the nose's tip;
  // 48, 60 and 54, 64: the outer and inner corners of the mouth.
  return [
    middleOf(points, 37, 38, 40, 41),
    middleOf(points, 43, 44, 46, 47),
    middleOf(points, 30),
    middleOf(points, 48, 60),
    middleOf(points, 54, 64),
  ];
}

/** The model was trained on squares as high as the box, cut off at the picture's edge. */
function squareAround(
  { left, top, width, height }: FaceBox,
  picture: RgbPicture,
): { left: number; top: number; width: number; height: number } {
  const centre = { x: left + width / 2, y: top + height / 2 };
  const half = height / 2;
  const x1 = Math.max(Math.round(centre.x - half), 0);
  const y1 = Math.max(Math.round(centre.y - half), 0);
  const x2 = Math.min(Math.round(centre.x + half), picture.width);
  const y2 = Math.min(Math.round(centre.y + half), picture.height);
  return { left: x1, top: y1, width: Math.max(x2 - x1, 1), height: Math.max(y2 - y1, 1) };
}
