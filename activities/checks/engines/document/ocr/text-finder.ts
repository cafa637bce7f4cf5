import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { rasterToSharp, type Raster } from '../../../../../shared/images/raster';
import { scaleBox, textBoxes, type TextBox } from './text-boxes';

/** Finds where text is, without reading it. */
export interface TextFinder {
  readonly find: (picture: Raster) => Promise<TextBox[]>;
}

/** The picture is shrunk to this for finding; an MRZ character still has some ten pixels. */
const findingSidePx = 960;
const means = [0.485, 0.456, 0.406] as const;
const deviations = [0.229, 0.224, 0.225] as const;

/** PP-OCR's differentiable-binarisation detector (input: colour, sides multiples of 32). */
export function createTextFinder(session: InferenceSession): TextFinder {
  return {
    find: async (picture) => {
      const factor = Math.min(1, findingSidePx / Math.max(picture.width, picture.height));
      const width = Math.max(32, Math.round((picture.width * factor) / 32) * 32);
      const height = Math.max(32, Math.round((picture.height * factor) / 32) * 32);
      const small = await rasterToSharp(picture)
        .resize(width, height, { fit: 'fill' })
        .toColourspace('srgb')
        .raw()
        .toBuffer();
      const planes = small.length / (width * height);
      const input = new Float32Array(3 * width * height);
      for (let channel = 0; channel < 3; channel += 1) {
        const from = Math.min(channel, planes - 1);
        const mean = means[channel] ?? 0.5;
        const deviation = deviations[channel] ?? 0.25;
        for (let pixel = 0; pixel < width * height; pixel += 1) {
          const value = (small[pixel * planes + from] ?? 0) / 255;
          input[channel * width * height + pixel] = (value - mean) / deviation;
        }
      }
      const answer = await session.run({
        [session.inputNames[0] ?? 'x']: new Tensor('float32', input, [1, 3, height, width]),
      });
      const map = Object.values(answer)[0]?.data;
      if (!(map instanceof Float32Array)) throw new Error('The text finder gave no map.');
      // The two sides were rounded apart by at most 16 pixels: one factor serves both.
      const back = (picture.width / width + picture.height / height) / 2;
      return textBoxes(map, width, height).map((box) => scaleBox(box, back));
    },
  };
}
