import sharp from 'sharp';

/** What is done to a picture before it is uploaded again. */
export const copyings = [
  'compressed to JPEG 40',
  'half the size',
  'lightened a little',
  'trimmed by 5 % at each edge',
  'trimmed by 10 % at two edges',
] as const;
export type Copying = (typeof copyings)[number];

export async function copied(picture: Buffer, copying: Copying): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const share = (of: number, part: number): number => Math.floor(of * part);
  switch (copying) {
    case 'compressed to JPEG 40':
      return sharp(picture).jpeg({ quality: 40 }).toBuffer();
    case 'half the size':
      return sharp(picture).resize(share(width, 0.5)).jpeg({ quality: 80 }).toBuffer();
    case 'lightened a little':
      return sharp(picture).linear(1.1, 6).jpeg({ quality: 85 }).toBuffer();
    case 'trimmed by 5 % at each edge':
      return trimmed(
        picture,
        [share(width, 0.05), share(height, 0.05)],
        [share(width, 0.9), share(height, 0.9)],
      );
    case 'trimmed by 10 % at two edges':
      return trimmed(
        picture,
        [share(width, 0.1), share(height, 0.1)],
        [share(width, 0.9), share(height, 0.9)],
      );
  }
}

function trimmed(
  picture: Buffer,
  [left, top]: readonly [number, number],
  [width, height]: readonly [number, number],
): Promise<Buffer> {
  return sharp(picture).extract({ left, top, width, height }).jpeg({ quality: 85 }).toBuffer();
}
