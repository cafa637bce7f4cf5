import { fitted, type Picture, type Region } from './crop';
import detectorLayers from './detector-layers.json';
import { convolved, leaky, mixed, pooled, separable, type Planes } from './layers';
import { readWeights, type Weights } from './read-weights';

/** A face in a picture, in its pixels. */
export interface FoundFace extends Region {
  /** 0–1: how surely it is one. */
  readonly score: number;
}

/**
 * Where a face is looked for, one after the other until there is one: most are found by the first; the second
 * sees smaller ones, and the third, with room around the picture, those that fill it.
 */
const ways = [
  { side: 160, room: 0 },
  { side: 224, room: 0 },
  { side: 128, room: 0.5 },
] as const;
const means = [117.001, 114.697, 97.404] as const;
/** Shapes that the net starts from, in its cells of 32 pixels (face-api's tiny face detector). */
const anchors = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
/** Of each anchor: its place (x, y), its size (width, height), whether it is a face. */
const valuesPerAnchor = 5;
const leastScore = 0.3;
/** Two boxes that share more than this of what they cover are one face. */
const sameFaceShare = 0.4;

export type FaceDetector = (picture: Picture) => readonly FoundFace[];

/**
 * face-api's tiny face detector (vladmandic, MIT), computed here: some 30 million multiplications a look.
 *
 * @param bytes `tiny_face_detector_model.bin`
 */
export function faceDetector(bytes: Uint8Array): FaceDetector {
  const weights = readWeights(detectorLayers, bytes);
  return (picture) => {
    for (const { side, room } of ways) {
      const region = withRoom(picture, room);
      const { input, scale } = fitted(picture, region, { side, means, isCentred: false });
      const found = boxes(net(weights, input), side / scale, region);
      if (found.length > 0) {
        return distinct([...found].sort((one, other) => other.score - one.score));
      }
    }
    return [];
  };
}

/** The whole picture, and around it a share of each side. */
function withRoom({ width, height }: Picture, share: number): Region {
  const [across, down] = [width * share, height * share];
  return { left: -across, top: -down, width: width + 2 * across, height: height + 2 * down };
}

function net(weights: Weights, input: Planes): Planes {
  let planes = pooled(leaky(convolved(weights, 'conv0', input)), 2);
  for (const layer of [1, 2, 3, 4, 5] as const) {
    const next = leaky(separable(weights, `conv${layer}`, planes));
    planes = pooled(next, layer === 5 ? 1 : 2);
  }
  return mixed(weights, 'conv8', planes);
}

/** @param sidePx what the net's square covers of the picture, from the region's corner on */
function boxes(
  { side, channels, values }: Planes,
  sidePx: number,
  from: Region,
): readonly FoundFace[] {
  const found: FoundFace[] = [];
  const cellPx = sidePx / side;
  for (let at = 0; at < side * side; at += 1) {
    for (const [index, [wide, high]] of anchors.entries()) {
      const value = (of: number): number =>
        values[at * channels + index * valuesPerAnchor + of] ?? 0;
      const score = sigmoid(value(4));
      if (score < leastScore) continue;
      const width = Math.exp(value(2)) * wide * cellPx;
      const height = Math.exp(value(3)) * high * cellPx;
      const left = from.left + ((at % side) + sigmoid(value(0))) * cellPx - width / 2;
      const top = from.top + (Math.floor(at / side) + sigmoid(value(1))) * cellPx - height / 2;
      found.push({ left, top, width, height, score });
    }
  }
  return found;
}

/** The surest box of each face. */
function distinct(sorted: readonly FoundFace[]): readonly FoundFace[] {
  const kept: FoundFace[] = [];
  for (const one of sorted) {
    if (!kept.some((other) => sharedPart(one, other) > sameFaceShare)) kept.push(one);
  }
  return kept;
}

function sharedPart(one: Region, other: Region): number {
  const width =
    Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height =
    Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  if (width <= 0 || height <= 0) return 0;
  const both = width * height;
  return both / (one.width * one.height + other.width * other.height - both);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
