import { lightOf, type GreyImage } from './grey-image';

/** A nearly upright line `x = at + slope · (y − middle)`; lying ones have x and y changed over. */
export interface Line {
  readonly at: number;
  readonly slope: number;
}

/** Where brightness changes sharply: `across` from left to right, `down` from top to bottom. */
export interface EdgeMaps {
  readonly across: Uint8Array;
  readonly down: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Steps of less than this (of 255, after normalising) are grain, cloth or noise. */
const minimumStep = 24;

/** Marks the crest of each step, one pixel wide; a step counts for the direction that it is steeper in. */
export function edgeMaps(grey: GreyImage): EdgeMaps {
  const { data, width, height } = grey;
  const limit = minimumStep * lightOf(grey);
  const across = new Uint8Array(width * height);
  const down = new Uint8Array(width * height);
  const stepX = new Float32Array(width * height);
  const stepY = new Float32Array(width * height);
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x;
      // Three pixels beside each other are averaged, so that grain weighs less than a side.
      const up = at - width;
      const low = at + width;
      stepX[at] =
        ((data[up + 2] ?? 0) + (data[at + 2] ?? 0) + (data[low + 2] ?? 0) -
          (data[up - 2] ?? 0) - (data[at - 2] ?? 0) - (data[low - 2] ?? 0)) / 3; // prettier-ignore
      const far = 2 * width;
      stepY[at] =
        ((data[at + far - 1] ?? 0) + (data[at + far] ?? 0) + (data[at + far + 1] ?? 0) -
          (data[at - far - 1] ?? 0) - (data[at - far] ?? 0) - (data[at - far + 1] ?? 0)) / 3; // prettier-ignore
    }
  }
  for (let y = 3; y < height - 3; y += 1) {
    for (let x = 3; x < width - 3; x += 1) {
      const at = y * width + x;
      const dx = Math.abs(stepX[at] ?? 0);
      const dy = Math.abs(stepY[at] ?? 0);
      if (dx >= limit && dx > dy && isCrest(stepX, at, 1, dx)) across[at] = 1;
      if (dy >= limit && dy > dx && isCrest(stepY, at, width, dy)) down[at] = 1;
    }
  }
  return { across, down, width, height };
}

function isCrest(steps: Float32Array, at: number, apart: number, step: number): boolean {
  return step >= Math.abs(steps[at - apart] ?? 0) && step > Math.abs(steps[at + apart] ?? 0);
}

/** Slopes of the sides that are looked for: up to about 20° either way. */
const slopes = Array.from({ length: 25 }, (_, index) => (index - 12) * 0.03);
const linesPerHalf = 5;

/**
 * The strongest lines of each half: a Hough transform over position and slope. Given are the map
 * for upright lines, or for lying ones the map of the other direction with `turned`.
 */
export function strongestLines(
  map: Uint8Array,
  width: number,
  turned: boolean,
): { readonly before: Line[]; readonly after: Line[] } {
  const height = map.length / width;
  const span = turned ? height : width;
  const along = turned ? width : height;
  const votes = new Uint16Array(span * slopes.length);
  for (let pixel = 0; pixel < map.length; pixel += 1) {
    if (map[pixel] !== 1) continue;
    const column = pixel % width;
    const row = (pixel - column) / width;
    const position = turned ? row : column;
    const offset = (turned ? column : row) - along / 2;
    for (let index = 0; index < slopes.length; index += 1) {
      const at = Math.round(position - (slopes[index] ?? 0) * offset);
      if (at < 0 || at >= span) continue;
      const cell = index * span + at;
      votes[cell] = (votes[cell] ?? 0) + 1;
    }
  }
  const minimum = along * 0.12;
  return {
    before: takePeaks(votes, span, 0, Math.floor(span / 2), minimum),
    after: takePeaks(votes, span, Math.ceil(span / 2), span, minimum),
  };
}

/** Takes the best cell, clears what lies close to it (the same side, slightly off), and again. */
function takePeaks(
  votes: Uint16Array,
  span: number,
  from: number,
  to: number,
  minimum: number,
): Line[] {
  const left = votes.slice();
  const found: Line[] = [];
  while (found.length < linesPerHalf) {
    let best = 0;
    let line: Line | undefined;
    for (let index = 0; index < slopes.length; index += 1) {
      for (let at = from; at < to; at += 1) {
        // Neighbours count along: a side is never drawn on one row of cells exactly.
        const cell = index * span + at;
        const sum = (left[cell - 1] ?? 0) + (left[cell] ?? 0) + (left[cell + 1] ?? 0);
        if (sum <= best) continue;
        best = sum;
        line = { at, slope: slopes[index] ?? 0 };
      }
    }
    if (line === undefined || best < minimum) break;
    found.push(line);
    clearAround(left, span, line.at);
  }
  return found;
}

function clearAround(votes: Uint16Array, span: number, at: number): void {
  const near = Math.max(4, span * 0.02);
  for (let index = 0; index < slopes.length; index += 1) {
    const from = Math.max(0, Math.floor(at - near));
    votes.fill(0, index * span + from, index * span + Math.min(span, Math.ceil(at + near) + 1));
  }
}
