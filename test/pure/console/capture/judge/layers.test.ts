import fc from 'fast-check';
import {
  convolved,
  mixed,
  pooled,
  separable,
  type Planes,
} from '../../../../../services/console/capture/judge/face/layers';
import { readWeights } from '../../../../../services/console/capture/judge/face/read-weights';

const number = fc.integer({ min: -9, max: 9 });
const numbers = (length: number): fc.Arbitrary<Float32Array> =>
  fc.array(number, { minLength: length, maxLength: length }).map((all) => Float32Array.from(all));
const planesOf = (side: number, channels: number): fc.Arbitrary<Planes> =>
  numbers(side * side * channels).map((values) => ({ side, channels, values }));

/** One value of a layer; outside of it there is nothing. */
function valueAt({ side, channels, values }: Planes, row: number, column: number, channel: number) {
  if (row < 0 || column < 0 || row >= side || column >= side) return 0;
  return values[(row * side + column) * channels + channel] ?? 0;
}

/** How TensorFlow's `same` places a filter of three: the odd zero goes to the right and below. */
const beforeOf = (side: number, stride: number): number =>
  Math.floor(Math.max((Math.ceil(side / stride) - 1) * stride + 3 - side, 0) / 2);

/** Each filter by its written sum: slow, and plainly what a convolution is. */
function plainly(
  from: Planes,
  outs: number,
  stride: number,
  weight: (tap: number, channel: number, out: number) => number,
  bias: Float32Array,
): number[] {
  const side = Math.ceil(from.side / stride);
  const before = beforeOf(from.side, stride);
  return Array.from({ length: side * side * outs }, (_, at) => {
    const [place, out] = [Math.floor(at / outs), at % outs];
    const [row, column] = [Math.floor(place / side), place % side];
    let sum = bias[out] ?? 0;
    for (let tap = 0; tap < 9; tap += 1) {
      for (let channel = 0; channel < from.channels; channel += 1) {
        const y = row * stride - before + Math.floor(tap / 3);
        const x = column * stride - before + (tap % 3);
        sum += valueAt(from, y, x, channel) * weight(tap, channel, out);
      }
    }
    return sum;
  });
}

const shapes = fc.record({
  side: fc.integer({ min: 1, max: 7 }),
  channels: fc.integer({ min: 1, max: 4 }),
  outs: fc.integer({ min: 1, max: 11 }),
  stride: fc.constantFrom(1, 2),
});
const layer = shapes.chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    from: planesOf(shape.side, shape.channels),
    full: numbers(9 * shape.channels * shape.outs),
    depthwise: numbers(9 * shape.channels),
    pointwise: numbers(shape.channels * shape.outs),
    bias: numbers(shape.outs),
  }),
);

it('a full convolution is the sum over its neighbours, whatever its size and stride', () => {
  fc.assert(
    fc.property(layer, ({ shape: { channels, outs, stride }, from, full, bias }) => {
      const weights = new Map([
        ['a/filters', full],
        ['a/bias', bias],
      ]);
      const expected = plainly(
        from,
        outs,
        stride,
        (tap, channel, out) => full[(tap * channels + channel) * outs + out] ?? 0,
        bias,
      );
      expect([...convolved(weights, 'a', from, stride).values]).toEqual(expected);
    }),
  );
});

it('a separable convolution is the full one of the product of its two filters', () => {
  fc.assert(
    fc.property(layer, ({ shape, from, depthwise, pointwise, bias }) => {
      const { channels, outs, stride } = shape;
      const weights = new Map([
        ['a/depthwise_filter', depthwise],
        ['a/pointwise_filter', pointwise],
        ['a/bias', bias],
      ]);
      const expected = plainly(
        from,
        outs,
        stride,
        (tap, channel, out) =>
          (depthwise[tap * channels + channel] ?? 0) * (pointwise[channel * outs + out] ?? 0),
        bias,
      );
      expect([...separable(weights, 'a', from, stride).values]).toEqual(expected);
    }),
  );
});

it('a mix of channels looks at each place by itself', () => {
  const weights = new Map([
    ['a/filters', Float32Array.from([1, 10, 2, 20])],
    ['a/bias', Float32Array.from([100, 200])],
  ]);
  const from: Planes = { side: 1, channels: 2, values: Float32Array.from([3, 4]) };
  expect([...mixed(weights, 'a', from).values]).toEqual([100 + 3 + 8, 200 + 30 + 80]);
});

it('pooling keeps the highest of four, and at the edge of those that are there', () => {
  const values = Float32Array.from([1, 2, -3, 4, 5, -6, -7, -8, -9]);
  const from: Planes = { side: 3, channels: 1, values };
  expect([...pooled(from, 2).values]).toEqual([5, -3, -7, -9]);
  expect([...pooled(from, 1).values]).toEqual([5, 5, -3, 5, 5, -6, -7, -8, -9]);
});

it('weights of another length than the net has are refused', () => {
  const layers = [{ name: 'a', shape: [2, 3], scale: 0.5, min: -1 }];
  expect([...(readWeights(layers, Uint8Array.of(0, 1, 2, 3, 4, 5)).get('a') ?? [])]).toEqual([
    -1, -0.5, 0, 0.5, 1, 1.5,
  ]);
  for (const length of [5, 7]) {
    expect(() => readWeights(layers, new Uint8Array(length))).toThrow(/not those of this net/);
  }
});
