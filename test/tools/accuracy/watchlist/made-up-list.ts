import {
  population,
  type Population,
  type PopulationName,
  type Spelt,
  type Tradition,
} from './population';
import { randomFrom } from './random';

export interface MadeUpPerson {
  readonly tradition: Tradition;
  /** As the tradition draws it. */
  readonly own: Spelt;
  /** In the letters of lists. */
  readonly name: Spelt;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string;
}

export interface ListedPerson extends MadeUpPerson {
  readonly entryId: string;
  /** As the list prints it: a day, a year, or nothing. */
  readonly listedBirth: string | null;
}

/** Always the same people for the same population and seed; common names come as often as in life. */
export function madeUpList(
  of: PopulationName,
  { size, seed }: { readonly size: number; readonly seed: number },
): readonly ListedPerson[] {
  const { listed } = population(of);
  const random = randomFrom(seed);
  return Array.from({ length: size }, (_, index) => {
    const person = somebody(listed(random), random);
    return { ...person, entryId: String(index + 1), listedBirth: printedBirth(person, random) };
  });
}

/** People nobody has listed: of the list's own countries, or of those where customers are. */
export function strangers(
  of: PopulationName,
  kind: keyof Population,
  { size, seed }: { readonly size: number; readonly seed: number },
): readonly MadeUpPerson[] {
  const random = randomFrom(seed);
  const draw = population(of)[kind];
  return Array.from({ length: size }, () => somebody(draw(random), random));
}

/** In the structure of OFAC's `SDN.XML`. */
export function asSdnFile(listed: readonly ListedPerson[]): Buffer {
  const entries = listed.map(
    ({ entryId, name, listedBirth }) => `<sdnEntry><uid>${entryId}</uid>
<firstName>${name.given.map(capital).join(' ')}</firstName><lastName>${capital(name.family)}</lastName><sdnType>Individual</sdnType>
<programList><program>MADEUP</program></programList>${
      listedBirth === null
        ? ''
        : `<dateOfBirthList><dateOfBirthItem><dateOfBirth>${listedBirth}</dateOfBirth></dateOfBirthItem></dateOfBirthList>`
    }</sdnEntry>`,
  );
  return Buffer.from(`<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">
<publshInformation><Publish_Date>11/20/2026</Publish_Date><Record_Count>${String(listed.length)}</Record_Count></publshInformation>
${entries.join('\n')}</sdnList>`);
}

function somebody(tradition: Tradition, random: () => number): MadeUpPerson {
  const own = tradition.draw(random);
  const [spell = (part: string): string => part] = tradition.spellings;
  const part = (word: string): string => spell(word, random);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  return {
    tradition,
    own,
    name: { given: own.given.map(part), family: part(own.family) },
    dateOfBirth: `${String(1940 + Math.floor(random() * 67))}-${month}-${day}`,
  };
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Half with their day, two in five with their year, one in ten without any. */
function printedBirth({ dateOfBirth }: MadeUpPerson, random: () => number): string | null {
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  const drawn = random();
  if (drawn < 0.1) return null;
  return drawn < 0.5 ? year : `${day} ${months[Number(month) - 1] ?? ''} ${year}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
