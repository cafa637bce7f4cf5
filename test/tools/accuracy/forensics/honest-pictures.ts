import {
  designs,
  drawnPortrait,
  madeUpPeople,
  type PhotographOptions,
  type SpecimenStudio,
} from '../../../../services/local/specimen';
import { decodeRaster, rasterToSharp } from '../../../../shared/images/raster';
import { seeded } from '../documents/seeded';

export interface DrawnPicture {
  readonly bytes: Buffer;
  /** Pictures of one layout and view show different people alike: hard cases for reuse. */
  readonly layout: string;
  readonly person: number;
  readonly view: number;
}

/** How honest pictures are taken; none of them has metadata. */
export const views: readonly PhotographOptions[] = [
  {},
  { jpegQuality: 60 },
  { rotationDegrees: 7, jpegQuality: 75 },
  { rotationDegrees: -38, jpegQuality: 85 },
  { rotationDegrees: 90, longSidePx: 1400 },
  { perspective: 0.2, rotationDegrees: 6, jpegQuality: 80 },
  { blurPx: 1.2 },
  { framing: 'fills', jpegQuality: 70 },
  { framing: 'fills', format: 'png' },
  { glare: true },
  { darkness: 0.5, longSidePx: 1200 },
];

/** Passports and both sides of cards, in every design, of every made-up person, in every view. */
export async function* honestPictures(studio: SpecimenStudio): AsyncGenerator<DrawnPicture> {
  for (const [index, made] of madeUpPeople.entries()) {
    const person = { ...made, portrait: await drawnPortrait(index) };
    for (const [view, wish] of views.entries()) {
      const design = designs[(index + view) % designs.length] ?? 'meadow';
      const options = { ...wish, design, seed: view + 1 };
      const shows = { person: index, view };
      const taken = (bytes: Buffer): Promise<Buffer> => grained(bytes, options);
      yield {
        bytes: await taken(await studio.drawPassport(person, options)),
        layout: `passport ${design}`,
        ...shows,
      };
      const { front, back } = await studio.drawIdCard(person, options);
      yield { bytes: await taken(front), layout: `card front ${design}`, ...shows };
      yield { bytes: await taken(back), layout: `card back ${design}`, ...shows };
    }
  }
}

/** A camera's picture that was not compressed shows its sensor's grain; without it, it would be a drawing. */
async function grained(
  bytes: Buffer,
  { format, seed = 1 }: Pick<PhotographOptions, 'format' | 'seed'>,
): Promise<Buffer> {
  if (format !== 'png') return bytes;
  const random = seeded(seed);
  const picture = await decodeRaster(bytes, { channels: 3 });
  const data = picture.data.map((value) =>
    Math.max(0, Math.min(255, Math.round(value + (random() - 0.5) * 6))),
  );
  return rasterToSharp({ ...picture, data })
    .png({ compressionLevel: 3 })
    .toBuffer();
}
