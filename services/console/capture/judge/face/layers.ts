import { layerOf, type Weights } from './read-weights';

/** Values of one layer of a net: rows from the top, the channels of one place side by side. */
export interface Planes {
  readonly side: number;
  readonly channels: number;
  readonly values: Float32Array;
}

const kernel = 3;

/** A full 3 × 3 convolution; its filters lie as [row][column][in][out]. */
export function convolved(weights: Weights, name: string, from: Planes, stride = 1): Planes {
  const filters = layerOf(weights, `${name}/filters`);
  const bias = layerOf(weights, `${name}/bias`);
  const to = empty(from, bias.length, stride);
  const taps = kernel * kernel * from.channels;
  const seen = new Float32Array(taps);
  forEachPlace(from, to.side, stride, (around, at) => {
    gather(from, around, seen);
    mix(seen, filters, bias, to.values, at * bias.length);
  });
  return to;
}

/** A 3 × 3 filter for each channel by itself, then a mix of the channels. */
export function separable(weights: Weights, name: string, from: Planes, stride = 1): Planes {
  const depthwise = layerOf(weights, `${name}/depthwise_filter`);
  const pointwise = layerOf(weights, `${name}/pointwise_filter`);
  const bias = layerOf(weights, `${name}/bias`);
  const to = empty(from, bias.length, stride);
  const filtered = new Float32Array(from.channels);
  forEachPlace(from, to.side, stride, (around, at) => {
    filter(from, around, depthwise, filtered);
    mix(filtered, pointwise, bias, to.values, at * bias.length);
  });
  return to;
}

/** A mix of each place's channels by itself (1 × 1). */
export function mixed(weights: Weights, name: string, from: Planes): Planes {
  const filters = layerOf(weights, `${name}/filters`);
  const bias = layerOf(weights, `${name}/bias`);
  const to = empty(from, bias.length, 1);
  for (let at = 0; at < from.side * from.side; at += 1) {
    const place = from.values.subarray(at * from.channels, (at + 1) * from.channels);
    mix(place, filters, bias, to.values, at * bias.length);
  }
  return to;
}

/** The highest of each 2 × 2, as TensorFlow's `same` pads it: what lies outside does not count. */
export function pooled(from: Planes, stride: 1 | 2): Planes {
  const to = empty(from, from.channels, stride);
  const { side, channels, values } = from;
  for (let row = 0; row < to.side; row += 1) {
    for (let column = 0; column < to.side; column += 1) {
      const [top, left] = [row * stride, column * stride];
      const down = top + 1 < side ? side * channels : 0;
      const right = left + 1 < side ? channels : 0;
      const start = (top * side + left) * channels;
      const at = (row * to.side + column) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const place = start + channel;
        to.values[at + channel] = Math.max(
          values[place] ?? 0,
          values[place + right] ?? 0,
          values[place + down] ?? 0,
          values[place + down + right] ?? 0,
        );
      }
    }
  }
  return to;
}

/** What is below zero to a tenth; changes the planes given. */
export function leaky(planes: Planes): Planes {
  const { values } = planes;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < 0) values[at] = value * 0.1;
  }
  return planes;
}

/** The sum of layers of one shape, what is below zero cut off. */
export function rectifiedSum(first: Planes, ...others: readonly Planes[]): Planes {
  const values = Float32Array.from(first.values);
  for (const other of others) {
    for (let at = 0; at < values.length; at += 1) {
      values[at] = (values[at] ?? 0) + (other.values[at] ?? 0);
    }
  }
  for (let at = 0; at < values.length; at += 1) values[at] = Math.max(values[at] ?? 0, 0);
  return { ...first, values };
}

/** One value a channel: the mean over all places. */
export function channelMeans({ side, channels, values }: Planes): Float32Array {
  const means = new Float32Array(channels);
  for (let at = 0; at < values.length; at += 1) {
    const channel = at % channels;
    means[channel] = (means[channel] ?? 0) + (values[at] ?? 0) / (side * side);
  }
  return means;
}

/** Each of `bias.length` sums: its bias, and all inputs by its weights, which lie as [in][out]. */
export function mix(
  inputs: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  to: Float32Array,
  at: number,
): void {
  const outs = bias.length;
  let out = 0;
  // Eight sums at once stay in registers: some four times as fast as one input after the other.
  for (; out + 8 <= outs; out += 8) {
    let a = bias[out] ?? 0;
    let b = bias[out + 1] ?? 0;
    let c = bias[out + 2] ?? 0;
    let d = bias[out + 3] ?? 0;
    let e = bias[out + 4] ?? 0;
    let f = bias[out + 5] ?? 0;
    let g = bias[out + 6] ?? 0;
    let h = bias[out + 7] ?? 0;
    for (let input = 0, from = out; input < inputs.length; input += 1, from += outs) {
      const value = inputs[input] ?? 0;
      a += value * (weights[from] ?? 0);
      b += value * (weights[from + 1] ?? 0);
      c += value * (weights[from + 2] ?? 0);
      d += value * (weights[from + 3] ?? 0);
      e += value * (weights[from + 4] ?? 0);
      f += value * (weights[from + 5] ?? 0);
      g += value * (weights[from + 6] ?? 0);
      h += value * (weights[from + 7] ?? 0);
    }
    to[at + out] = a;
    to[at + out + 1] = b;
    to[at + out + 2] = c;
    to[at + out + 3] = d;
    to[at + out + 4] = e;
    to[at + out + 5] = f;
    to[at + out + 6] = g;
    to[at + out + 7] = h;
  }
  for (; out < outs; out += 1) {
    let sum = bias[out] ?? 0;
    for (let input = 0; input < inputs.length; input += 1) {
      sum += (inputs[input] ?? 0) * (weights[input * outs + out] ?? 0);
    }
    to[at + out] = sum;
  }
}

/** Where the nine neighbours of a place begin in the values; below zero where there is none. */
type Around = Int32Array;

function forEachPlace(
  from: Planes,
  side: number,
  stride: number,
  visit: (around: Around, at: number) => void,
): void {
  // Zeros around, as TensorFlow's `same` puts them: the odd one goes to the right and below.
  const before = Math.floor(Math.max((side - 1) * stride + kernel - from.side, 0) / 2);
  const around = new Int32Array(kernel * kernel);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      for (let tap = 0; tap < around.length; tap += 1) {
        const y = row * stride - before + Math.floor(tap / kernel);
        const x = column * stride - before + (tap % kernel);
        const isInside = y >= 0 && x >= 0 && y < from.side && x < from.side;
        around[tap] = isInside ? (y * from.side + x) * from.channels : -1;
      }
      visit(around, row * side + column);
    }
  }
}

function gather({ channels, values }: Planes, around: Around, to: Float32Array): void {
  for (let tap = 0; tap < around.length; tap += 1) {
    const start = around[tap] ?? -1;
    for (let channel = 0; channel < channels; channel += 1) {
      to[tap * channels + channel] = start < 0 ? 0 : (values[start + channel] ?? 0);
    }
  }
}

function filter(
  { channels, values }: Planes,
  around: Around,
  weights: Float32Array,
  to: Float32Array,
): void {
  to.fill(0);
  for (let tap = 0; tap < around.length; tap += 1) {
    const start = around[tap] ?? -1;
    if (start < 0) continue;
    const weight = tap * channels;
    for (let channel = 0; channel < channels; channel += 1) {
      to[channel] =
        (to[channel] ?? 0) + (values[start + channel] ?? 0) * (weights[weight + channel] ?? 0);
    }
  }
}

function empty(from: Planes, channels: number, stride: number): Planes {
  const side = Math.ceil(from.side / stride);
  return { side, channels, values: new Float32Array(side * side * channels) };
}
