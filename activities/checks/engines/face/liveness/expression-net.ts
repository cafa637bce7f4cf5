import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RgbPicture } from '../rgb-picture';
import { channelMeans, convolved, rectifiedSum, separable, type Planes } from './planes';

/**
 * face-api's expression net (vladmandic, MIT): 330 kB of weights, four blocks of small convolutions. It
 * is computed here, in some 50 million multiplications a face, instead of loading TensorFlow for it.
 */
export const expressionSidePx = 112;
const meanOfChannels = [122.782, 117.001, 104.298] as const;
const blocks = ['dense0', 'dense1', 'dense2', 'dense3'] as const;
/** The net's classes: neutral, happy, sad, angry, fearful, disgusted, surprised. */
const happyClass = 1;

const manifestSchema = z.array(
  z.object({
    weights: z.array(
      z.object({
        name: z.string(),
        shape: z.array(z.number().int().positive()),
        quantization: z
          .object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() })
          .optional(),
      }),
    ),
  }),
);

export interface ExpressionNet {
  /** 0–1: how surely the face smiles. The picture is a square of 112 pixels around the face. */
  smile(face: RgbPicture): number;
}

/** @param folder of the artifact `expression-model` */
export async function loadExpressionNet(folder: string): Promise<ExpressionNet> {
  const weights = await readWeights(folder);
  const of = (name: string): Float32Array => {
    const values = weights.get(name);
    if (values === undefined) throw new Error('the expression model lacks a layer');
    return values;
  };
  const separableOf = (name: string, from: Planes, stride: number): Planes =>
    separable(
      from,
      {
        depthwise: of(`${name}/depthwise_filter`),
        pointwise: of(`${name}/pointwise_filter`),
        bias: of(`${name}/bias`),
      },
      stride,
    );
  /** Each layer of a block sees the sum of those before it. */
  const block = (name: string, from: Planes): Planes => {
    const first = rectifiedSum(
      name === blocks[0]
        ? convolved(from, of(`${name}/conv0/filters`), of(`${name}/conv0/bias`), 2)
        : separableOf(`${name}/conv0`, from, 2),
    );
    const second = separableOf(`${name}/conv1`, first, 1);
    const third = separableOf(`${name}/conv2`, rectifiedSum(first, second), 1);
    const fourth = separableOf(`${name}/conv3`, rectifiedSum(first, second, third), 1);
    return rectifiedSum(first, second, third, fourth);
  };
  return {
    smile(face) {
      let planes = inputOf(face);
      for (const name of blocks) planes = block(name, planes);
      return (
        softmax(classes(channelMeans(planes), of('fc/weights'), of('fc/bias')))[happyClass] ?? 0
      );
    },
  };
}

function inputOf({ width, height, pixels }: RgbPicture): Planes {
  if (width !== expressionSidePx || height !== expressionSidePx) {
    throw new Error('the expression net takes a square of its own size');
  }
  const values = Float32Array.from(
    pixels,
    (byte, index) => (byte - (meanOfChannels[index % 3] ?? 0)) / 255,
  );
  return { side: expressionSidePx, channels: 3, values };
}

function classes(from: Float32Array, weights: Float32Array, bias: Float32Array): Float32Array {
  return bias.map((start, to) =>
    from.reduce(
      (sum, value, index) => sum + value * (weights[index * bias.length + to] ?? 0),
      start,
    ),
  );
}

export function softmax(values: Float32Array): readonly number[] {
  const highest = Math.max(...values);
  const powers = Array.from(values, (value) => Math.exp(value - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** One file of bytes, in the manifest's order; most layers as bytes between `min` and `min + 255 · scale`. */
async function readWeights(folder: string): Promise<ReadonlyMap<string, Float32Array>> {
  const file = (ending: string): Promise<Buffer> =>
    readFile(join(folder, `face_expression_model${ending}`));
  const manifest = manifestSchema.parse(
    JSON.parse((await file('-weights_manifest.json')).toString('utf8')),
  );
  const bytes = await file('.bin');
  const weights = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape, quantization } of manifest.flatMap((group) => group.weights)) {
    const length = shape.reduce((product, side) => product * side, 1);
    const bytesEach = quantization === undefined ? 4 : 1;
    const part = bytes.subarray(at, at + length * bytesEach);
    at += length * bytesEach;
    weights.set(
      name,
      Float32Array.from({ length }, (_, index) =>
        quantization === undefined
          ? part.readFloatLE(index * 4)
          : (part[index] ?? 0) * quantization.scale + quantization.min,
      ),
    );
  }
  return weights;
}
