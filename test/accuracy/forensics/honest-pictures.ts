import {
  designs,
  drawnPortrait,
  madeUpPeople,
  type PhotographOptions,
  type SpecimenStudio,
} from '../../../services/local/specimen';

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
    for (const [view, taken] of views.entries()) {
      const design = designs[(index + view) % designs.length] ?? 'meadow';
      const options = { ...taken, design, seed: view + 1 };
      const shows = { person: index, view };
      yield {
        bytes: await studio.drawPassport(person, options),
        layout: `passport ${design}`,
        ...shows,
      };
      const { front, back } = await studio.drawIdCard(person, options);
      yield { bytes: front, layout: `card front ${design}`, ...shows };
      yield { bytes: back, layout: `card back ${design}`, ...shows };
    }
  }
}
