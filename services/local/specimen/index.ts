import { composeAamva } from './compose-aamva';
import { composeTd1, composeTd2, composeTd3, type WrongCheckDigit } from './compose-mrz';
import { drawLicenceBack, drawLicenceFront } from './draw-licence';
import { drawCardBack, drawCardFront, drawLargeCard, drawPassportPage } from './draw-page';
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
  /** What the print says in place of the zone or the barcode: a forgery. */
  readonly printedAs?: Partial<
    Pick<Person, 'documentNumber' | 'lastName' | 'firstName' | 'birthDate' | 'expiryDate'>
  >;
}

/** Draws made-up documents for the demo and the tests; the same input gives the same bytes. */
export interface SpecimenStudio {
  readonly drawPassport: (person: Person, options?: SpecimenOptions) => Promise<Buffer>;
  readonly drawIdCard: (person: Person, options?: SpecimenOptions) => Promise<TwoSides>;
  /** A card of the larger format (TD2), with everything on one side. */
  readonly drawLargeCard: (person: Person, options?: SpecimenOptions) => Promise<Buffer>;
  /** A driver's licence with a PDF417 on its back: Canadian for `CAN`, else of the United States. */
  readonly drawLicence: (person: Person, options?: SpecimenOptions) => Promise<TwoSides>;
}

interface TwoSides {
  readonly front: Buffer;
  readonly back: Buffer;
}

export async function createSpecimenStudio(deps: {
  readonly fontsDir: string;
}): Promise<SpecimenStudio> {
  const fonts = await loadFonts(deps.fontsDir);
  return {
    drawPassport: async (person, options = {}) => {
      const mrz = composeTd3(person, options.wrongCheckDigit);
      const printed = { ...person, ...options.printedAs };
      const page = await drawPassportPage(fonts, printed, options.design ?? 'meadow', mrz);
      return photograph(page, options);
    },
    drawIdCard: async (person, options = {}) => {
      const design = options.design ?? 'meadow';
      const mrz = composeTd1(person, options.wrongCheckDigit);
      const front = await drawCardFront(fonts, { ...person, ...options.printedAs }, design);
      const back = await drawCardBack(fonts, person, design, mrz);
      return { front: await photograph(front, options), back: await photograph(back, options) };
    },
    drawLargeCard: async (person, options = {}) => {
      const mrz = composeTd2(person, options.wrongCheckDigit);
      const printed = { ...person, ...options.printedAs };
      return photograph(
        await drawLargeCard(fonts, printed, options.design ?? 'meadow', mrz),
        options,
      );
    },
    drawLicence: async (person, options = {}) => {
      const design = options.design ?? 'meadow';
      const front = await drawLicenceFront(fonts, { ...person, ...options.printedAs }, design);
      const back = await drawLicenceBack(fonts, design, composeAamva(person));
      return { front: await photograph(front, options), back: await photograph(back, options) };
    },
  };
}
