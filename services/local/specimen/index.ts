import { composeTd1, composeTd3, type WrongCheckDigit } from './compose-mrz';
import { drawCardBack, drawCardFront, drawPassportPage } from './draw-page';
import { loadFonts } from './fonts';
import type { Design } from './layout';
import type { Person } from './person';
import { photograph, type PhotographOptions } from './photograph';

export { designs, type Design } from './layout';
export type { Person } from './person';
export type { PhotographOptions } from './photograph';
export type { WrongCheckDigit } from './compose-mrz';
export { drawnPortrait } from './portrait';
export { madeUpPeople } from './people';

export interface SpecimenOptions extends PhotographOptions {
  readonly design?: Design;
  readonly wrongCheckDigit?: WrongCheckDigit;
}

/** Draws made-up documents for the demo and the tests; the same input gives the same bytes. */
export interface SpecimenStudio {
  readonly drawPassport: (person: Person, options?: SpecimenOptions) => Promise<Buffer>;
  readonly drawIdCard: (
    person: Person,
    options?: SpecimenOptions,
  ) => Promise<{ readonly front: Buffer; readonly back: Buffer }>;
}

export async function createSpecimenStudio(deps: {
  readonly fontsDir: string;
}): Promise<SpecimenStudio> {
  const fonts = await loadFonts(deps.fontsDir);
  return {
    drawPassport: async (person, options = {}) => {
      const mrz = composeTd3(person, options.wrongCheckDigit);
      const page = await drawPassportPage(fonts, person, options.design ?? 'meadow', mrz);
      return photograph(page, options);
    },
    drawIdCard: async (person, options = {}) => {
      const design = options.design ?? 'meadow';
      const mrz = composeTd1(person, options.wrongCheckDigit);
      const front = await drawCardFront(fonts, person, design);
      const back = await drawCardBack(fonts, person, design, mrz);
      return { front: await photograph(front, options), back: await photograph(back, options) };
    },
  };
}
