/** Values of a convolutional net's layer: rows from the top, the channels of one place side by side. */
export interface Planes {
  readonly side: number;
  readonly channels: number;
  readonly values: Float32Array;
}

/** A filter for each channel by itself (3 × 3), then a mix of the channels: a separable convolution. */
export interface SeparableLayer {
  readonly depthwise: Float32Array;
  readonly pointwise: Float32Array;
  readonly bias: Float32Array;
}

const kernel = 3;

/** A full 3 × 3 convolution; `filters` as [row][column][in][out]. */
export function convolved(
  from: Planes,
  filters: Float32Array,
  bias: Float32Array,
  stride: number,
): Planes {
  const to = empty(from, bias.length, stride);
  const before = paddingBefore(from.side, to.side, stride);
  eachPlace(to.side, (row, column, at) => {
    const sums = to.values.subarray(at * bias.length, (at + 1) * bias.length);
    sums.set(bias);
    eachNeighbour(from, row * stride - before, column * stride - before, (place, tap) => {
      for (let channel = 0; channel < from.channels; channel += 1) {
        const value = from.values[place * from.channels + channel] ?? 0;
        addScaled(sums, filters, (tap * from.channels + channel) * bias.length, value);
      }
    });
  });
  return to;
}

export function separable(from: Planes, layer: SeparableLayer, stride: number): Planes {
  const to = empty(from, layer.bias.length, stride);
  const before = paddingBefore(from.side, to.side, stride);
  const filtered = new Float32Array(from.channels);
  for (let row = 0; row < to.side; row += 1) {
    for (let column = 0; column < to.side; column += 1) {
      filter(from, layer, row * stride - before, column * stride - before, filtered);
      mix(filtered, layer, to.values, (row * to.side + column) * to.channels);
    }
  }
  return to;
}

/** Each channel's filter by itself, at the place whose neighbours begin there. */
function filter(
  { side, channels, values }: Planes,
  { depthwise }: SeparableLayer,
  top: number,
  left: number,
  filtered: Float32Array,
): void {
  filtered.fill(0);
  for (let tap = 0; tap < kernel * kernel; tap += 1) {
    const [row, column] = [top + Math.floor(tap / kernel), left + (tap % kernel)];
    if (row < 0 || column < 0 || row >= side || column >= side) continue;
    const [place, weights] = [(row * side + column) * channels, tap * channels];
    for (let channel = 0; channel < channels; channel += 1) {
      filtered[channel] =
        (filtered[channel] ?? 0) +
        (values[place + channel] ?? 0) * (depthwise[weights + channel] ?? 0);
    }
  }
}

/**
 * Every value of one place from all channels. Four channels at a time: most of a face's multiplications are
 * here, and each value is read and written a quarter as often.
 */
function mix(
  filtered: Float32Array,
  { pointwise, bias }: SeparableLayer,
  values: Float32Array,
  at: number,
): void {
  const size = bias.length;
  values.set(bias, at);
  for (let channel = 0; channel < filtered.length; channel += 4) {
    const first = filtered[channel] ?? 0;
    const second = filtered[channel + 1] ?? 0;
    const third = filtered[channel + 2] ?? 0;
    const fourth = filtered[channel + 3] ?? 0;
    const row = channel * size;
    for (let index = 0; index < size; index += 1) {
      values[at + index] =
        (values[at + index] ?? 0) +
        first * (pointwise[row + index] ?? 0) +
        second * (pointwise[row + size + index] ?? 0) +
        third * (pointwise[row + 2 * size + index] ?? 0) +
        fourth * (pointwise[row + 3 * size + index] ?? 0);
    }
  }
}

/** The sum of layers of one shape, what is below zero cut off. */
export function rectifiedSum(first: Planes, ...others: readonly Planes[]): Planes {
  const values = first.values.map((value, index) => {
    let sum = value;
    for (const other of others) sum += other.values[index] ?? 0;
    return Math.max(sum, 0);
  });
  return { ...first, values };
}

/** One value a channel: the mean over all places. */
export function channelMeans({ side, channels, values }: Planes): Float32Array {
  const means = new Float32Array(channels);
  for (const [index, value] of values.entries()) {
    const channel = index % channels;
    means[channel] = (means[channel] ?? 0) + value / (side * side);
  }
  return means;
}

function empty(from: Planes, channels: number, stride: number): Planes {
  const side = Math.ceil(from.side / stride);
  return { side, channels, values: new Float32Array(side * side * channels) };
}

/** Zeros around, as TensorFlow's `same` puts them: the odd one goes to the right and below. */
function paddingBefore(from: number, to: number, stride: number): number {
  return Math.floor(Math.max((to - 1) * stride + kernel - from, 0) / 2);
}

function eachPlace(side: number, visit: (row: number, column: number, at: number) => void): void {
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) visit(row, column, row * side + column);
  }
}

function eachNeighbour(
  { side }: Planes,
  top: number,
  left: number,
  visit: (place: number, tap: number) => void,
): void {
  for (let tap = 0; tap < kernel * kernel; tap += 1) {
    const [row, column] = [top + Math.floor(tap / kernel), left + (tap % kernel)];
    if (row >= 0 && column >= 0 && row < side && column < side) visit(row * side + column, tap);
  }
}

function addScaled(sums: Float32Array, weights: Float32Array, from: number, scale: number): void {
  if (scale === 0) return;
  for (let index = 0; index < sums.length; index += 1) {
    sums[index] = (sums[index] ?? 0) + scale * (weights[from + index] ?? 0);
  }
}
