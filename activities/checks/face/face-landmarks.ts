import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { floats } from './face-detector';
import type { FaceBox, Point } from './face-engine';
import { of, type RgbPicture } from './rgb-picture';

const inputSidePx = 64;

/** Two eyes, nose, two mouth corners, out of the 68 points of the common annotation scheme. */
export async function facePoints(
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
  const points = floats(output);
  const point = (index: number): Point => ({
    x: (points[index * 2] ?? 0) * region.width + region.left,
    y: (points[index * 2 + 1] ?? 0) * region.height + region.top,
  });
  const between = (...indices: number[]): Point => {
    const all = indices.map(point);
    const sum = all.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), {
      x: 0,
      y: 0,
    });
    return { x: sum.x / all.length, y: sum.y / all.length };
  };
  // 37, 38, 40, 41: the lids of one eye; 43, 44, 46, 47: of the other; 30: the nose's tip;
  // 48, 60 and 54, 64: the outer and inner corners of the mouth.
  return [
    between(37, 38, 40, 41),
    between(43, 44, 46, 47),
    point(30),
    between(48, 60),
    between(54, 64),
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
