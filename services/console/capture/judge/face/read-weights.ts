/** One layer's weights as face-api's manifest describes them: bytes between `min` and `min + 255 · scale`. */
export interface WeightLayer {
  readonly name: string;
  readonly shape: readonly number[];
  readonly scale: number;
  readonly min: number;
}

export type Weights = ReadonlyMap<string, Float32Array>;

/**
 * The numbers of a net, out of one file with a byte each in the manifest's order.
 *
 * @throws Error when the file is not as long as the layers together: another version of the net
 */
export function readWeights(layers: readonly WeightLayer[], bytes: Uint8Array): Weights {
  const weights = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape, scale, min } of layers) {
    const length = shape.reduce((product, side) => product * side, 1);
    const part = bytes.subarray(at, at + length);
    weights.set(
      name,
      Float32Array.from(part, (byte) => byte * scale + min),
    );
    at += length;
  }
  if (at !== bytes.length) throw new Error('the weights are not those of this net');
  return weights;
}

/** @throws Error when the net lacks the layer */
export function layerOf(weights: Weights, name: string): Float32Array {
  const values = weights.get(name);
  if (values === undefined) throw new Error('the net lacks a layer');
  return values;
}
