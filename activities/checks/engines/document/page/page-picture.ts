import type { Sharp } from 'sharp';
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

/** For a second try: grey, small pictures enlarged, edges raised, contrast stretched. */
export async function clarified(picture: Raster): Promise<Raster> {
  const side = Math.round(Math.max(readingSidePx * 0.75, picture.width, picture.height));
  const sharpened = await greyPixels(
    rasterToSharp(picture)
      .greyscale()
      .resize(side, side, { fit: 'inside', kernel: 'cubic' })
      .sharpen({ sigma: 1.5 }),
  );
  // In one pipeline libvips would enlarge and sharpen three times: once for either percentile.
  return greyPixels(rasterToSharp(sharpened).normalise({ lower: 1, upper: 99 }));
}

async function greyPixels(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 1 };
}
