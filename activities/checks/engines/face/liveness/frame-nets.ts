import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { floats } from '../face-detector';
import type { FaceBox, Point } from '../face-engine';
import { middleOf } from '../face-landmarks';
import type { RgbPicture } from '../rgb-picture';
import { greySquare, grown, stretched, type Region } from './crop';
import { softmax } from './expression-net';
import type { HeadPose } from './observed-frame';

const poseSidePx = 224;
/** Of the pictures that the pose net learnt from (ImageNet's). */
const colourMean = [0.485, 0.456, 0.406] as const;
const colourSpread = [0.229, 0.224, 0.225] as const;
const eyeSidePx = 24;
/** The eye's crop, in widths between its corners. */
const eyeMargin = 1.6;
const passiveSidePx = 128;
/** The passive net looks at the surroundings too: the edge of a print or of a screen. */
const passiveMargin = 2.7;
/** Each angle is a distribution over 66 bins of 3°, from −99° on. */
const [degreesPerBin, firstBinDegrees] = [3, -99];

export async function headPose(
  session: InferenceSession,
  picture: RgbPicture,
  box: FaceBox,
): Promise<HeadPose> {
  const face = await stretched(picture, grown(box, 1.5), poseSidePx);
  const input = planar(face, (byte, channel) => {
    return (byte / 255 - (colourMean[channel] ?? 0)) / (colourSpread[channel] ?? 1);
  });
  const answer = await session.run({ input });
  const degrees = (output: string): number =>
    softmax(floats(answer[output])).reduce((sum, share, bin) => sum + share * bin, 0) *
      degreesPerBin +
    firstBinDegrees;
  // The net counts yaw to the picture's left.
  return { yaw: -degrees('output'), pitch: degrees('617'), roll: degrees('618') };
}

/** How surely the eye between two corners of the 68 points is open. */
export async function eyeOpen(
  session: InferenceSession,
  picture: RgbPicture,
  points: readonly Point[],
  firstPoint: 36 | 42,
): Promise<number> {
  const [outer, inner] = [points[firstPoint], points[firstPoint + 3]];
  if (outer === undefined || inner === undefined) throw new Error('the model answered no eye');
  const side = Math.max(Math.abs(inner.x - outer.x) * eyeMargin, 2);
  const lids = [1, 2, 4, 5].map((offset) => firstPoint + offset);
  const centre = middleOf(points, ...lids);
  const region = { left: centre.x - side / 2, top: centre.y - side / 2, width: side, height: side };
  const grey = await greySquare(picture, region, eyeSidePx);
  const values = Float32Array.from(grey, (byte) => byte / 255);
  const input = new Tensor('float32', values, [1, 1, eyeSidePx, eyeSidePx]);
  const { output } = await session.run({ input });
  return softmax(floats(output))[1] ?? 0;
}

/** How surely the face is there in the flesh and no print or screen of it. */
export async function passiveScore(
  session: InferenceSession,
  picture: RgbPicture,
  box: FaceBox,
): Promise<number> {
  const face = await stretched(picture, surroundings(picture, box), passiveSidePx);
  const { output } = await session.run({ input: planar(face, (byte) => byte) });
  return softmax(floats(output))[0] ?? 0;
}

/** As much around the face as the picture has, shifted back inside of it. */
function surroundings(picture: RgbPicture, box: FaceBox): Region {
  const most = Math.min((picture.width - 1) / box.width, (picture.height - 1) / box.height);
  const region = grown(box, Math.min(most, passiveMargin));
  const shifted = (start: number, size: number, whole: number): number =>
    Math.min(Math.max(start, 0), whole - 1 - size);
  return {
    ...region,
    left: shifted(region.left, region.width, picture.width),
    top: shifted(region.top, region.height, picture.height),
  };
}

function planar(
  { width, height, pixels }: RgbPicture,
  scaled: (byte: number, channel: number) => number,
): Tensor {
  const plane = width * height;
  const values = new Float32Array(plane * 3);
  for (const [index, byte] of pixels.entries()) {
    const channel = index % 3;
    values[channel * plane + (index - channel) / 3] = scaled(byte, channel);
  }
  return new Tensor('float32', values, [1, 3, height, width]);
}
