import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { rasterToSharp, type Raster } from '../../../../../shared/images/raster';

/**
 * The text of a page's PDF417; undefined when none can be read.
 * @param turnsDegrees each way to turn the picture first, the likeliest before the others
 */
export type Pdf417Reader = (
  picture: Raster,
  turnsDegrees: readonly number[],
) => Promise<string | undefined>;

/** zxing as WebAssembly, handed its bytes: by itself it would fetch them from the network. */
export async function createPdf417Reader(): Promise<Pdf417Reader> {
  const entry = require.resolve('zxing-wasm/reader');
  const wasm = await readFile(join(dirname(entry), '../../reader/zxing_reader.wasm'));
  const wasmBinary = new Uint8Array(wasm).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return async (picture, turnsDegrees) => {
    for (const degrees of turnsDegrees) {
      const turned = await rasterToSharp(picture)
        .greyscale()
        .rotate(degrees, { background: '#ffffff' })
        .png({ compressionLevel: 1 })
        .toBuffer();
      const found = await readBarcodes(new Uint8Array(turned), {
        formats: ['PDF417'],
        tryHarder: true,
        tryRotate: true,
        maxNumberOfSymbols: 1,
        // Otherwise control characters, which part the fields, come back spelled out.
        textMode: 'Plain',
      });
      const text = found.find((barcode) => barcode.isValid)?.text;
      if (text !== undefined) return text;
    }
    return undefined;
  };
}
