import fc from 'fast-check';
import {
  packedCosine,
  packEmbedding,
  unpackFace,
} from '../../../activities/checks/engines/face/packed-embedding';

const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: 256,
  maxLength: 256,
});

function unit(values: readonly number[]): Float32Array {
  const norm = Math.hypot(...values);
  return Float32Array.from(values, (value) => (norm === 0 ? 0 : value / norm));
}

function packed(embedding: Float32Array): ReturnType<typeof unpackFace> {
  return unpackFace(packEmbedding(embedding));
}

test('a packed embedding takes a byte a dimension', () => {
  expect(packEmbedding(new Float32Array(512).fill(0.04))).toHaveLength(512);
});

test('the cosine of two packed embeddings is off by less than 0.005', () => {
  fc.assert(
    fc.property(vector, vector, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
      const one = unit(a);
      // Anything between the same face and another one.
      const other = unit(a.map((value, index) => value * share + (b[index] ?? 0) * (1 - share)));
      fc.pre(a.some((value) => value !== 0) && other.some((value) => value !== 0));
      const exact = one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
      expect(Math.abs(packedCosine(packed(one), packed(other)) - exact)).toBeLessThan(0.005);
    }),
  );
});

test('embeddings of different engines, or of nothing, are not alike', () => {
  const face = new Float32Array(512).fill(0.04);
  expect(packedCosine(packed(face), packed(new Float32Array(256).fill(0.06)))).toBe(0);
  expect(packedCosine(packed(face), packed(new Float32Array(512)))).toBe(0);
});
