import { createHash } from 'node:crypto';
import sharp from 'sharp';

export interface Pictures {
  readonly document: Buffer;
  readonly selfie: Buffer;
}

/** As the person's page sends them: 1200 × 900, with the noise that every sensor has. */
export async function drawPictures(): Promise<Pictures> {
  const draw = (background: string): Promise<Buffer> =>
    sharp({
      create: {
        width: 1_200,
        height: 900,
        channels: 3,
        background,
        noise: { type: 'gaussian', mean: 140, sigma: 6 },
      },
    })
      .jpeg({ quality: 90 })
      .toBuffer();
  return { document: await draw('#807060'), selfie: await draw('#607080') };
}

/** As small as the API takes them, so that next to nothing of the CPU is theirs. */
export async function drawTinyPictures(): Promise<Pictures> {
  const draw = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 480, height: 480, channels: 3, background } })
      .jpeg()
      .toBuffer();
  return { document: await draw('#909090'), selfie: await draw('#a0a0a0') };
}

/** The same picture, told apart by bytes behind its end: no two people send the same file. */
export function asOfPerson(picture: Buffer, person: string): Buffer {
  return Buffer.concat([picture, createHash('sha256').update(person).digest()]);
}
