import { rasterToSharp, type Raster } from '../../../../shared/images/raster';

export const printSide = 48;

/**
 * A small grey likeness of a whole picture, stretched to a square. Its own frame is part of it: where the
 * document lies in the picture tells one photograph from the next.
 */
export async function picturePrint(picture: Raster): Promise<Uint8Array> {
  const { data, info } = await rasterToSharp(picture)
    .resize(printSide, printSide, { fit: 'fill', kernel: 'linear' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const print = new Uint8Array(printSide * printSide);
  for (let pixel = 0; pixel < print.length; pixel += 1)
    print[pixel] = data[pixel * info.channels] ?? 0;
  return print;
}
