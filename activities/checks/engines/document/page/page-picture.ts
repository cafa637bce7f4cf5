import sharp from 'sharp';
import { formatByContent } from '../../../../../shared/images/image-format';
import { pdfFirstPage } from '../../../../../shared/images/pdf-first-page';
import { decodeRaster, rasterToSharp, type Raster } from '../../../../../shared/images/raster';

/** Larger pictures are shrunk: an MRZ character keeps more pixels than the recogniser looks at. */
const readingSidePx = 2400;

/** An uploaded page as pixels; of a PDF, its first page. */
export async function pagePicture(bytes: Buffer): Promise<Raster> {
  const picture = formatByContent(bytes) === 'pdf' ? await pdfFirstPage(bytes) : bytes;
  return decodeRaster(picture, { channels: 3, maxLongSidePx: readingSidePx });
}

/** For a second try: grey, contrast stretched, edges raised, and small pictures enlarged. */
export async function clarified(picture: Raster): Promise<Raster> {
  const side = Math.max(readingSidePx * 0.75, picture.width, picture.height);
  const clearer = await rasterToSharp(picture)
    .greyscale()
    .normalise({ lower: 1, upper: 99 })
    .resize(Math.round(side), Math.round(side), { fit: 'inside', kernel: 'cubic' })
    .sharpen({ sigma: 1.5 })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { data, info } = await sharp(clearer)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 1 };
}
