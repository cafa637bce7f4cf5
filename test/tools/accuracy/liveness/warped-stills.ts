import sharp from 'sharp';
import type { Point } from '../../../../activities/checks/engines/face/face-engine';
import { middleOf } from '../../../../activities/checks/engines/face/face-landmarks';
import type { LivenessChallenge } from '../../../../shared/domain/checks/liveness-challenge';
import { openMouthed, tilted } from './drawn-movements';
import { encodeGrey, redrawn, type GreyPicture } from './grey-picture';

/**
 * One photograph of somebody, made to perform by plain image operations: what costs an attacker an evening
 * and needs neither a model nor a camera. Stronger and weaker of each, so that one may fit.
 */
export interface Warp {
  readonly name: string;
  readonly challenge: LivenessChallenge;
  draw(picture: GreyPicture, points: readonly Point[]): GreyPicture;
}

const degrees = [12, 18, 25] as const;
const strengths = [0.6, 1, 1.4] as const;

export const warps: readonly Warp[] = [
  ...degrees.flatMap((by): readonly Warp[] => [
    warp('head', 'turn_left', by, (picture, points) => headTurned(picture, points, by)),
    warp('head', 'turn_right', by, (picture, points) => headTurned(picture, points, -by)),
    warp('head', 'look_up', by, (picture, points) => tilted(picture, points, by)),
    warp('head', 'nod', by, (picture, points) => tilted(picture, points, -by)),
  ]),
  ...strengths.flatMap((by): readonly Warp[] => [
    warp('nose', 'turn_left', by, (picture, points) => nosePulled(picture, points, 0.3 * by, 0)),
    warp('nose', 'turn_right', by, (picture, points) => nosePulled(picture, points, -0.3 * by, 0)),
    warp('nose', 'look_up', by, (picture, points) => nosePulled(picture, points, 0, -0.25 * by)),
    warp('nose', 'nod', by, (picture, points) => nosePulled(picture, points, 0, 0.25 * by)),
    warp('lips', 'open_mouth', by, (picture, points) => openMouthed(picture, points, 0.45 * by)),
    warp('corners', 'smile', by, (picture, points) => cornersRaised(picture, points, by)),
    warp('lids', 'blink', by, (picture, points) => lidsClosed(picture, points, 0.75 + by / 8)),
  ]),
];

function warp(how: string, challenge: LivenessChallenge, by: number, draw: Warp['draw']): Warp {
  return { name: `${challenge} by ${how} ${String(by)}`, challenge, draw };
}

/** The rounded head of `drawn-movements.ts` about its vertical axis: to the picture's right if positive. */
function headTurned(picture: GreyPicture, points: readonly Point[], by: number): GreyPicture {
  const head = { halfWidth: 1.4, halfHeight: 2, depth: 1.1, noseHeight: 0.45, noseSpread: 0.22 };
  const eyes = eyeLine(points);
  const nose = middleOf(points, 30);
  const [sine, cosine] = [Math.sin((by * Math.PI) / 180), Math.cos((by * Math.PI) / 180)];
  const height = (u: number, v: number): number => {
    const radius = Math.hypot(u / head.halfWidth, v / head.halfHeight);
    if (radius >= 1) return 0;
    const fromTip = (u * u + (v - 0.5) ** 2) / (2 * head.noseSpread ** 2);
    return head.depth * Math.cos((radius * Math.PI) / 2) + head.noseHeight * Math.exp(-fromTip);
  };
  return redrawn(picture, (x, y) => {
    const seen = (x - nose.x) / eyes.distance;
    const v = (y - eyes.middle.y) / eyes.distance;
    let u = seen;
    for (let step = 0; step < 12; step += 1) {
      const radius = Math.hypot(u / head.halfWidth, (v - 0.4) / head.halfHeight);
      const fade = Math.min(Math.max((1.3 - radius) / 0.4, 0), 1);
      const moved = (height(u, v) - head.depth / 2) * sine - u * (1 - cosine);
      u = (u + seen - fade * moved) / 2;
    }
    return { x: nose.x + u * eyes.distance, y };
  });
}

/** The middle of the face drawn aside, the less the farther from the nose. */
function nosePulled(
  picture: GreyPicture,
  points: readonly Point[],
  across: number,
  down: number,
): GreyPicture {
  const { distance } = eyeLine(points);
  const nose = middleOf(points, 30);
  const reach = 0.55 * distance;
  return redrawn(picture, (x, y) => {
    const weight = Math.exp(-((x - nose.x) ** 2 + (y - nose.y) ** 2) / (2 * reach ** 2));
    return { x: x - across * distance * weight, y: y - down * distance * weight };
  });
}

/** The corners of the mouth drawn out and up. */
function cornersRaised(picture: GreyPicture, points: readonly Point[], by: number): GreyPicture {
  const { distance } = eyeLine(points);
  const corners = [
    { at: middleOf(points, 48, 60), side: -1 },
    { at: middleOf(points, 54, 64), side: 1 },
  ];
  const reach = 0.28 * distance;
  return redrawn(picture, (x, y) => {
    let [dx, dy] = [0, 0];
    for (const { at, side } of corners) {
      const weight = Math.exp(-((x - at.x) ** 2 + (y - at.y) ** 2) / (2 * reach ** 2));
      dx += side * 0.16 * by * distance * weight;
      dy -= 0.14 * by * distance * weight;
    }
    return { x: x - dx, y: y - dy };
  });
}

/** The upper lid's skin drawn down over the eye. */
function lidsClosed(picture: GreyPicture, points: readonly Point[], share: number): GreyPicture {
  const eyes = [36, 42].map((first) => {
    const middle = middleOf(points, first, first + 1, first + 2, first + 3, first + 4, first + 5);
    const width = middleOf(points, first + 3).x - middleOf(points, first).x;
    const lower = middleOf(points, first + 4, first + 5).y;
    const upper = middleOf(points, first + 1, first + 2).y;
    return { middle, width, lower, open: lower - upper };
  });
  return redrawn(picture, (x, y) => {
    for (const { middle, width, lower, open } of eyes) {
      const across = (x - middle.x) / (width * 0.6);
      const above = lower - y;
      if (Math.abs(across) >= 1 || above <= 0 || above > open * 4) continue;
      const drop = share * open * (1 - across ** 2);
      // What lies above the eye comes down onto it; the stretch fades out towards the brow.
      const fade = above < open * 1.6 ? 1 : Math.max(0, 1 - (above - open * 1.6) / (open * 2.4));
      return { x, y: y - drop * fade };
    }
    return { x, y };
  });
}

function eyeLine(points: readonly Point[]): { middle: Point; distance: number } {
  const [left, right] = [middleOf(points, 37, 38, 40, 41), middleOf(points, 43, 44, 46, 47)];
  return {
    middle: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 },
    distance: Math.hypot(right.x - left.x, right.y - left.y),
  };
}

/** What an attacker does to a frame so that it is not too obviously the other one drawn over. */
export const disguises = ['plain', 'noise', 'recompressed', 'light', 'resized'] as const;
export type Disguise = (typeof disguises)[number];

export async function disguised(
  picture: GreyPicture,
  disguise: Disguise,
  random: () => number,
): Promise<Buffer> {
  const { width, height, pixels } = picture;
  const redone = (change: (value: number, x: number, y: number) => number): GreyPicture => ({
    width,
    height,
    pixels: pixels.map((value, at) =>
      Math.min(Math.max(Math.round(change(value, at % width, Math.floor(at / width))), 0), 255),
    ),
  });
  switch (disguise) {
    case 'plain':
      return encodeGrey(picture);
    case 'noise': {
      // Two uniform numbers of a sum near enough to a bell, σ about 8.
      const noise = (): number => (random() + random() + random() - 1.5) * 16;
      return encodeGrey(redone((value) => value + noise()));
    }
    case 'recompressed':
      return encodeGrey(picture, 40);
    case 'light':
      return encodeGrey(redone((value, x) => value * (0.8 + (0.4 * x) / width)));
    case 'resized':
      return sharp(await encodeGrey(picture))
        .resize(Math.round(width * 0.6))
        .jpeg({ quality: 80 })
        .toBuffer();
  }
}
