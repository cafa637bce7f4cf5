import type { GreyImage, Place } from './grey-image';
import { edgeMaps, strongestLines, type EdgeMaps, type Line } from './lines';

/** Four corners clockwise from the upper left one, in pixels. */
export type Corners = readonly [Place, Place, Place, Place];

export interface Quad {
  readonly corners: Corners;
  /** The mean share of each side that is really seen. */
  readonly support: number;
  /** The share of the picture that it covers. */
  readonly area: number;
  /** Sides that lie beyond the picture. */
  readonly cutSides: number;
}

interface Side extends Line {
  readonly cut: boolean;
}

/** Fingers and shadows hide some of a side; what is hidden more is no side. */
const leastOfEachSide = 0.35;
const leastOfThreeSides = 0.7;
const smallestArea = 0.04;
/** With sides beyond the picture there are fewer to agree: those that are seen must be clear. */
const leastBesideCutSides = 0.85;
/** A table's two edges enclose more than the document that lies between them. */
const cutWeight = 0.45;
const samples = 32;

/**
 * The rectangle that lies before the camera, however it is tilted: of all pairs of strong lines
 * the four that are seen along their whole length and enclose the most.
 */
export function findQuad(grey: GreyImage): Quad | null {
  const maps = edgeMaps(grey);
  const upright = strongestLines(maps.across, maps.width, false);
  const lying = strongestLines(maps.down, maps.width, true);
  const lefts = withBorder(upright.before, 0);
  const rights = withBorder(upright.after, maps.width - 1);
  const tops = withBorder(lying.before, 0);
  const bottoms = withBorder(lying.after, maps.height - 1);
  let best: Quad | null = null;
  let bestScore = 0;
  for (const left of lefts) {
    for (const right of rights) {
      for (const top of tops) {
        for (const bottom of bottoms) {
          const quad = weigh(maps, left, right, top, bottom);
          if (quad === null) continue;
          const score =
            quad.support ** 2 * Math.sqrt(quad.area) * (quad.cutSides > 0 ? cutWeight : 1);
          if (score <= bestScore) continue;
          best = quad;
          bestScore = score;
        }
      }
    }
  }
  return best;
}

function withBorder(lines: readonly Line[], at: number): Side[] {
  return [...lines.map((line) => ({ ...line, cut: false })), { at, slope: 0, cut: true }];
}

function weigh(maps: EdgeMaps, left: Side, right: Side, top: Side, bottom: Side): Quad | null {
  const cutSides = [left, right, top, bottom].filter((side) => side.cut).length;
  if (cutSides > 2) return null;
  const corners: Corners = [
    meet(maps, left, top),
    meet(maps, right, top),
    meet(maps, right, bottom),
    meet(maps, left, bottom),
  ];
  const [a, b, c, d] = corners;
  const area = areaOf(corners) / (maps.width * maps.height);
  if (area < smallestArea) return null;
  const seen = [
    left.cut ? [] : [seenAlong(maps, maps.across, a, d, 1, 0)],
    right.cut ? [] : [seenAlong(maps, maps.across, b, c, 1, 0)],
    top.cut ? [] : [seenAlong(maps, maps.down, a, b, 0, 1)],
    bottom.cut ? [] : [seenAlong(maps, maps.down, d, c, 0, 1)],
  ].flat();
  const sorted = [...seen].sort((one, other) => one - other);
  if ((sorted[0] ?? 0) < (cutSides > 0 ? leastBesideCutSides : leastOfEachSide)) return null;
  if ((sorted[1] ?? 0) < leastOfThreeSides) return null;
  return { corners, support: mean(seen), area, cutSides };
}

/** Where an upright line meets a lying one. */
function meet(maps: EdgeMaps, upright: Line, lying: Line): Place {
  const halfX = maps.width / 2;
  const halfY = maps.height / 2;
  const x =
    (upright.at + upright.slope * (lying.at - lying.slope * halfX - halfY)) /
    (1 - upright.slope * lying.slope);
  return { x, y: lying.at + lying.slope * (x - halfX) };
}

/** The share of points between two corners that have an edge within two pixels, across the side. */
function seenAlong(
  maps: EdgeMaps,
  map: Uint8Array,
  from: Place,
  to: Place,
  acrossX: number,
  acrossY: number,
): number {
  let seen = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    // The corners themselves are round on cards.
    const share = 0.04 + (0.92 * sample) / (samples - 1);
    const x = Math.round(from.x + (to.x - from.x) * share);
    const y = Math.round(from.y + (to.y - from.y) * share);
    for (let off = -2; off <= 2; off += 1) {
      const column = x + off * acrossX;
      const row = y + off * acrossY;
      if (column < 0 || row < 0 || column >= maps.width || row >= maps.height) continue;
      if (map[row * maps.width + column] !== 1) continue;
      seen += 1;
      break;
    }
  }
  return seen / samples;
}

/** The shoelace formula; negative for corners that run the wrong way round. */
function areaOf(corners: Corners): number {
  let twice = 0;
  for (const [index, here] of corners.entries()) {
    const next = corners[(index + 1) % 4] ?? here;
    twice += here.x * next.y - next.x * here.y;
  }
  return twice / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
