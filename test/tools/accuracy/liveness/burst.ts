import sharp from 'sharp';

/**
 * A second frame of one packaged picture, as a camera held in a hand would take it: a little nearer and
 * to the side, a little brighter. No pixel is the same, and nothing is performed.
 */
export async function takenAgain(image: Buffer, number = 1): Promise<Buffer> {
  const { width, height } = await sharp(image).metadata();
  const edge = 4 * number;
  return sharp(image)
    .extract({ left: edge, top: 0, width: width - edge, height: height - 2 * number })
    .resize(width, height, { fit: 'fill' })
    .linear(1.02, number)
    .jpeg({ quality: 92 })
    .toBuffer();
}
