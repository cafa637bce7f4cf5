import { fitted, type Picture, type Region } from './crop';
import { channelMeans, convolved, mix, rectifiedSum, separable, type Planes } from './layers';
import pointsLayers from './points-layers.json';
import { layerOf, readWeights, type Weights } from './read-weights';

const square = {
  side: 112,
  means: [122.782, 117.001, 104.298],
  isCentred: true,
} as const;
export const pointsPerFace = 68;
const blocks = ['dense0', 'dense1', 'dense2'] as const;

/** x and y of the 68 points of the common annotation scheme, one after the other, in the picture's pixels. */
export type FacePoints = Float32Array;
export type PointsFinder = (picture: Picture, face: Region) => FacePoints;

/**
 * face-api's tiny net of 68 points (vladmandic, MIT), computed here.
 *
 * @param bytes `face_landmark_68_tiny_model.bin`
 */
export function pointsFinder(bytes: Uint8Array): PointsFinder {
  const weights = readWeights(pointsLayers, bytes);
  const fully = layerOf(weights, 'fc/weights');
  const bias = layerOf(weights, 'fc/bias');
  return (picture, face) => {
    const region = inside(picture, face);
    const { input, scale, left, top } = fitted(picture, region, square);
    let planes = input;
    for (const name of blocks) planes = block(weights, name, planes);
    const points = new Float32Array(pointsPerFace * 2);
    mix(channelMeans(planes), fully, bias, points, 0);
    return points.map((share, index) =>
      index % 2 === 0
        ? region.left + (share * square.side - left) / scale
        : region.top + (share * square.side - top) / scale,
    );
  };
}

/** Each layer of a block sees the sum of those before it. */
function block(weights: Weights, name: (typeof blocks)[number], from: Planes): Planes {
  const first = rectifiedSum(
    name === 'dense0'
      ? convolved(weights, `${name}/conv0`, from, 2)
      : separable(weights, `${name}/conv0`, from, 2),
  );
  const second = separable(weights, `${name}/conv1`, first);
  const third = separable(weights, `${name}/conv2`, rectifiedSum(first, second));
  return rectifiedSum(first, second, third);
}

/** A face cut off at the picture's edge is looked at as far as it is there. */
function inside(picture: Picture, { left, top, width, height }: Region): Region {
  const [x, y] = [Math.max(Math.floor(left), 0), Math.max(Math.floor(top), 0)];
  const right = Math.min(Math.floor(left + width), picture.width);
  const bottom = Math.min(Math.floor(top + height), picture.height);
  return { left: x, top: y, width: Math.max(right - x, 1), height: Math.max(bottom - y, 1) };
}
