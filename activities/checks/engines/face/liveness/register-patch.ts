/** A grey picture of numbers, rows from the top. */
export interface GreyPlane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Where a patch's middle lies, and how its surroundings are bent: x' = x + a·dx + b·dy, and so on. */
export interface PatchPlace {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const iterations = 12;
/** More than this is no view of the same place any more. */
const mostBend = 0.6;

/**
 * The place in `to` that looks most like a square patch of `from`, by least squares over shift and bend with
 * brightness and contrast left free (Lucas and Kanade 1981; Baker and Matthews 2004), and how alike the two
 * are there (normalised cross-correlation). Null where the search left the picture.
 */
export function registerPatch(
  from: GreyPlane,
  to: GreyPlane,
  middle: { readonly x: number; readonly y: number },
  start: PatchPlace,
  half: number,
): { readonly place: PatchPlace; readonly alike: number } | null {
  const side = 2 * half + 1;
  const count = side * side;
  const wanted = new Float64Array(count);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      wanted[row * side + column] = sampled(from, middle.x + column - half, middle.y + row - half);
    }
  }
  standardise(wanted, half);
  let place = start;
  let best: { place: PatchPlace; alike: number } | null = null;
  const seen = new Float64Array(count);
  const slopes = Array.from({ length: 6 }, () => new Float64Array(count));
  for (let step = 0; step <= iterations; step += 1) {
    if (!isInside(to, place, half)) break;
    const { gain } = look(to, place, half, seen, slopes);
    if (gain === 0) break;
    let alike = 0;
    for (let at = 0; at < count; at += 1) alike += (wanted[at] ?? 0) * (seen[at] ?? 0);
    alike /= count;
    if (best === null || alike > best.alike) best = { place, alike };
    if (step === iterations) break;
    const change = solved(slopes, wanted, seen, gain);
    if (change === null) break;
    const [dx = 0, dy = 0, a = 0, b = 0, c = 0, d = 0] = change;
    const clamp = (value: number): number => Math.min(Math.max(value, -mostBend), mostBend);
    place = {
      x: place.x + Math.min(Math.max(dx, -3), 3),
      y: place.y + Math.min(Math.max(dy, -3), 3),
      a: clamp(place.a + a),
      b: clamp(place.b + b),
      c: clamp(place.c + c),
      d: clamp(place.d + d),
    };
    if (Math.hypot(dx, dy) < 0.01 && Math.max(...[a, b, c, d].map(Math.abs)) < 0.001) break;
  }
  return best;
}

/** The patch as it is seen at a place, standardised, and how each value changes with each of the six. */
function look(
  to: GreyPlane,
  { x, y, a, b, c, d }: PatchPlace,
  half: number,
  seen: Float64Array,
  slopes: readonly Float64Array[],
): { readonly gain: number } {
  const side = 2 * half + 1;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [u, v] = [column - half, row - half];
      const at = row * side + column;
      const [px, py] = [x + u + a * u + b * v, y + v + c * u + d * v];
      const value = sampled(to, px, py);
      const across = (sampled(to, px + 1, py) - sampled(to, px - 1, py)) / 2;
      const down = (sampled(to, px, py + 1) - sampled(to, px, py - 1)) / 2;
      seen[at] = value;
      const parts = [across, down, across * u, across * v, down * u, down * v];
      for (const [index, part] of parts.entries()) {
        const slope = slopes[index];
        if (slope !== undefined) slope[at] = part;
      }
    }
  }
  return { gain: standardise(seen, half) };
}

/**
 * Light that grows from one side to the other taken out, mean 0, spread 1; answers the spread it had. The
 * patch's places lie evenly about its middle, so that mean and both slopes are found by themselves.
 */
function standardise(values: Float64Array, half: number): number {
  const side = 2 * half + 1;
  let [sum, across, down, lengths] = [0, 0, 0, 0];
  for (const [at, value] of values.entries()) {
    const [u, v] = [(at % side) - half, Math.floor(at / side) - half];
    sum += value;
    across += value * u;
    down += value * v;
    lengths += u * u;
  }
  const mean = sum / values.length;
  let squares = 0;
  for (const [at, value] of values.entries()) {
    const [u, v] = [(at % side) - half, Math.floor(at / side) - half];
    const flat = value - mean - (across * u + down * v) / lengths;
    values[at] = flat;
    squares += flat * flat;
  }
  const spread = Math.sqrt(squares / values.length);
  if (spread < 1e-6) return 0;
  for (const [at, value] of values.entries()) values[at] = value / spread;
  return spread;
}

/** The change of the six that brings what is seen nearest to what is wanted; null on a flat patch. */
function solved(
  slopes: readonly Float64Array[],
  wanted: Float64Array,
  seen: Float64Array,
  gain: number,
): readonly number[] | null {
  const size = slopes.length;
  const rows: number[][] = [];
  for (const [index, one] of slopes.entries()) {
    const row: number[] = [];
    for (const other of slopes) {
      let sum = 0;
      for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
      row.push(sum);
    }
    let right = 0;
    for (let at = 0; at < one.length; at += 1) {
      right += (one[at] ?? 0) * ((wanted[at] ?? 0) - (seen[at] ?? 0)) * gain;
    }
    row[index] = (row[index] ?? 0) * 1.001 + 1e-6;
    row.push(right);
    rows.push(row);
  }
  for (let pivot = 0; pivot < size; pivot += 1) {
    const row = rows[pivot] ?? [];
    const head = row[pivot] ?? 0;
    if (Math.abs(head) < 1e-9) return null;
    for (let other = 0; other < size; other += 1) {
      const target = rows[other];
      if (other === pivot || target === undefined) continue;
      const factor = (target[pivot] ?? 0) / head;
      for (let at = pivot; at <= size; at += 1) {
        target[at] = (target[at] ?? 0) - factor * (row[at] ?? 0);
      }
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function isInside({ width, height }: GreyPlane, place: PatchPlace, half: number): boolean {
  const reach = half * 0.7;
  return (
    place.x >= reach && place.y >= reach && place.x < width - reach && place.y < height - reach
  );
}

/** Between four pixels; beyond the edge, the edge. */
export function sampled({ width, height, values }: GreyPlane, x: number, y: number): number {
  const px = Math.min(Math.max(x, 0), width - 1.001);
  const py = Math.min(Math.max(y, 0), height - 1.001);
  const [left, top] = [Math.floor(px), Math.floor(py)];
  const [right, down] = [px - left, py - top];
  const at = top * width + left;
  const upper = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right;
  const lower = (values[at + width] ?? 0) * (1 - right) + (values[at + width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}
