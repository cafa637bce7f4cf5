import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { Quad } from '../../../../../shared/images/homography';
import type { Raster } from '../../../../../shared/images/raster';
import { decodeCtc, type Alphabet, type DecodedText } from './ctc-decode';
import { cutLine, lineHeightPx } from './cut-line';

/** Reads one line of text, cut out of a picture by its four corners. */
export interface LineRecogniser {
  readonly read: (picture: Raster, line: Quad, alphabet: Alphabet) => Promise<DecodedText>;
}

/** PP-OCR's CTC recogniser. */
export function createLineRecogniser(session: InferenceSession): LineRecogniser {
  return {
    read: async (picture, line, alphabet) => {
      const strip = cutLine(picture, line);
      const size = strip.width * lineHeightPx;
      const input = new Float32Array(3 * size);
      for (let channel = 0; channel < 3; channel += 1) {
        const from = Math.min(channel, strip.channels - 1);
        for (let pixel = 0; pixel < size; pixel += 1) {
          const value = (strip.data[pixel * strip.channels + from] ?? 0) / 255;
          input[channel * size + pixel] = (value - 0.5) / 0.5;
        }
      }
      const answer = await session.run({
        [session.inputNames[0] ?? 'x']: new Tensor('float32', input, [
          1,
          3,
          lineHeightPx,
          strip.width,
        ]),
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
