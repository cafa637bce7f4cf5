import { Tensor, type InferenceSession } from 'onnxruntime-node';
import {
  homographyBetween,
  rectangle,
  warp,
  type Quad,
} from '../../../../shared/images/homography';
import type { Raster } from '../../../../shared/images/raster';
import { decodeCtc, type Alphabet, type DecodedText } from './ctc-decode';

/** Reads one line of text, cut out of a picture by its four corners. */
export interface LineRecogniser {
  readonly read: (picture: Raster, line: Quad, alphabet: Alphabet) => Promise<DecodedText>;
}

/** The network's fixed input height. */
const heightPx = 48;
const minimumWidthPx = 64;
const maximumWidthPx = 2400;

/** PP-OCR's CTC recogniser. */
export function createLineRecogniser(session: InferenceSession): LineRecogniser {
  return {
    read: async (picture, line, alphabet) => {
      const width = Math.round((heightPx * length(line, 0, 1)) / Math.max(1, length(line, 0, 3)));
      const bounded = Math.min(maximumWidthPx, Math.max(minimumWidthPx, width));
      const strip = cutOut(picture, line, bounded, heightPx);
      const input = new Float32Array(3 * bounded * heightPx);
      for (let channel = 0; channel < 3; channel += 1) {
        const from = Math.min(channel, strip.channels - 1);
        for (let pixel = 0; pixel < bounded * heightPx; pixel += 1) {
          const value = (strip.data[pixel * strip.channels + from] ?? 0) / 255;
          input[channel * bounded * heightPx + pixel] = (value - 0.5) / 0.5;
        }
      }
      const answer = await session.run({
        [session.inputNames[0] ?? 'x']: new Tensor('float32', input, [1, 3, heightPx, bounded]),
      });
      const output = Object.values(answer)[0];
      const scores = output?.data;
      if (output === undefined || !(scores instanceof Float32Array)) {
        throw new Error('The recogniser gave no scores.');
      }
      return decodeCtc(scores, output.dims[1] ?? 0, output.dims[2] ?? 0, alphabet);
    },
  };
}

function length(quad: Quad, from: 0 | 1 | 2 | 3, to: 0 | 1 | 2 | 3): number {
  return Math.hypot(quad[to].x - quad[from].x, quad[to].y - quad[from].y);
}

/** Drawn at a multiple of the height and averaged down, so that a large picture is not undersampled. */
function cutOut(picture: Raster, line: Quad, width: number, height: number): Raster {
  const factor = Math.min(4, Math.max(1, Math.round(length(line, 0, 3) / height)));
  const large = warp(
    picture,
    homographyBetween(rectangle(width * factor, height * factor), line),
    width * factor,
    height * factor,
  );
  if (factor === 1) return large;
  const { channels } = large;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy += 1) {
          for (let dx = 0; dx < factor; dx += 1) {
            const at = ((y * factor + dy) * large.width + x * factor + dx) * channels + channel;
            sum += large.data[at] ?? 0;
          }
        }
        data[(y * width + x) * channels + channel] = Math.round(sum / (factor * factor));
      }
    }
  }
  return { data, width, height, channels };
}
