import type { DocumentPage } from '../../../../activities/checks/engines/document/page/document-reader';
import {
  designs,
  type Person,
  type SpecimenOptions,
  type SpecimenStudio,
} from '../../../../services/local/specimen';
import { degradations, withNoise, type Degradation } from './degradations';

export const drawnFormats = ['TD3', 'TD2', 'TD1', 'PDF417'] as const;
export type DrawnFormat = (typeof drawnFormats)[number];

/** One document to be drawn and read, and who it names. */
export interface DrawnCase {
  readonly format: DrawnFormat;
  readonly degradation: Degradation;
  readonly person: Person;
  readonly options: SpecimenOptions;
  readonly seed: number;
}

/** Every format in every degradation, over all people and both designs in turn. */
export function drawnCases(people: readonly Person[]): DrawnCase[] {
  return drawnFormats.flatMap((format) =>
    degradations.flatMap((degradation) =>
      Array.from({ length: picturesOf(format, degradation) }, (_, index) => {
        const count = picturesOf(format, degradation);
        const design = designs[index % designs.length] ?? 'meadow';
        const seed = 1 + index + degradations.indexOf(degradation) * 100;
        return {
          format,
          degradation,
          person: holder(format, people, index),
          options: { seed, design, ...degradation.options(index, count) },
          seed,
        };
      }),
    ),
  );
}

/** A barcode has no aim of its own: fewer will do. */
function picturesOf(format: DrawnFormat, { pictures }: Degradation): number {
  return format === 'PDF417' ? Math.ceil(pictures / 2) : pictures;
}

function holder(format: DrawnFormat, people: readonly Person[], index: number): Person {
  // Not in step with the designs, so that each person comes in both.
  const person = people[(index + Math.floor(index / people.length)) % people.length];
  if (person === undefined) throw new Error('nobody is made up');
  return format === 'PDF417' ? { ...person, nationality: index % 4 === 3 ? 'CAN' : 'USA' } : person;
}

export async function drawCase(studio: SpecimenStudio, drawn: DrawnCase): Promise<DocumentPage[]> {
  const { degradation, seed } = drawn;
  const sides = await drawSides(studio, drawn);
  return Promise.all(
    sides.map(async (bytes, index) => ({
      side: index === 0 ? ('front' as const) : ('back' as const),
      bytes: await withNoise(bytes, degradation.noise, seed * 2 + index),
    })),
  );
}

async function drawSides(
  studio: SpecimenStudio,
  { format, person, options }: DrawnCase,
): Promise<Buffer[]> {
  switch (format) {
    case 'TD3':
      return [await studio.drawPassport(person, options)];
    case 'TD2':
      return [await studio.drawLargeCard(person, options)];
    case 'TD1': {
      const { front, back } = await studio.drawIdCard(person, options);
      return [front, back];
    }
    case 'PDF417': {
      const { front, back } = await studio.drawLicence(person, options);
      return [front, back];
    }
  }
}
