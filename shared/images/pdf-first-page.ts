import sharp from 'sharp';
import { maxPixels } from './max-pixels';
import { readPdfPage } from './pdf-process';

/** The first page as a PNG; `invalid_image` when it is no PDF that opens without a password. */
export async function pdfFirstPage(bytes: Buffer): Promise<Buffer> {
  const { pixels, width, height } = await readPdfPage(bytes, 'draw', maxPixels);
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** The size that `pdfFirstPage` draws; a page that it cannot draw is refused here as there. */
export async function pdfFirstPageSize(bytes: Buffer): Promise<PageSize> {
  const { width, height } = await readPdfPage(bytes, 'measure', maxPixels);
  return { width, height };
}
