import { namesByRank, type RankedNames } from './names-by-rank';
import { byRank, pick } from './random';
import { arabicTables, romaniseArabic, vocalisedFamilies, vocalisedGiven } from './romanise/arabic';
import { wadeGiles } from './romanise/chinese';
import { cyrillicTables, romaniseCyrillic } from './romanise/cyrillic';
import { greekTables, romaniseGreek } from './romanise/greek';
import { koreanTables, romaniseKorean } from './romanise/korean';

/** A name as a list, a document or a form may have it. */
export interface Spelt {
  readonly given: readonly string[];
  readonly family: string;
}

export interface Tradition {
  readonly name: string;
  /** A name as its people write it, or as a scholar does. */
  readonly draw: (random: () => number) => Spelt;
  /** Ways to write it in A–Z, the one of lists first; one: no table is about it. */
  readonly spellings: readonly ((part: string, random: () => number) => string)[];
  /** Whether `draw` gives another script than A–Z. */
  readonly isNative: boolean;
}

export type PopulationName = 'measuring' | 'tuning';

/** Which countries' names make up a population, and how much of the list each is. No country is in both. */
const countries: Readonly<Record<PopulationName, Readonly<Record<string, number>>>> = {
  measuring: { RU: 18, EG: 4, SA: 4, IQ: 4, SY: 3, YE: 3, IR: 9, CN: 7, KR: 3, GR: 2, MX: 6, CO: 6, RS: 4, TR: 4, NG: 4, US: 3, GB: 2, DE: 2, FR: 2, IT: 2, '': 8 }, // prettier-ignore
  tuning: { KZ: 9, BG: 9, JO: 4, LB: 4, DZ: 4, MA: 4, AF: 9, TW: 7, KR: 3, CY: 2, PE: 6, AR: 6, HR: 4, AZ: 4, GH: 4, CA: 3, IE: 2, AT: 2, BE: 2, ES: 2, '': 8 }, // prettier-ignore
};
/** Where most customers are: of these strangers are drawn too. */
const customers: Readonly<Record<PopulationName, readonly string[]>> = {
  measuring: ['US', 'GB', 'DE', 'FR', 'IT'],
  tuning: ['CA', 'IE', 'AT', 'BE', 'ES'],
};

/** Of whose names none need be on the list: words that the list does not know. */
const elsewhere: Readonly<Record<PopulationName, readonly string[]>> = {
  measuring: ['NL', 'SE', 'PL'],
  tuning: ['PT', 'CZ', 'FI'],
};

export interface Population {
  /** Somebody of the list's countries, by how much of the list each is. */
  readonly listed: (random: () => number) => Tradition;
  readonly customer: (random: () => number) => Tradition;
  readonly elsewhere: (random: () => number) => Tradition;
}

export function population(name: PopulationName): Population {
  const ranked = namesByRank();
  const traditions = new Map(
    [...Object.keys(countries[name]), ...elsewhere[name]].map((country) => [
      country,
      traditionOf(country, ranked.get(country) ?? { given: [], family: [] }, name),
    ]),
  );
  const of = (country: string): Tradition => {
    const tradition = traditions.get(country);
    if (tradition === undefined) throw new Error(`nobody is of ${country}`);
    return tradition;
  };
  const shares = Object.entries(countries[name]).flatMap(([country, share]) =>
    Array.from({ length: share }, () => country),
  );
  return {
    listed: (random) => of(pick(shares, random)),
    customer: (random) => of(pick(customers[name], random)),
    elsewhere: (random) => of(pick(elsewhere[name], random)),
  };
}

function traditionOf(country: string, names: RankedNames, population: PopulationName): Tradition {
  switch (country) {
    case '':
      return arabic(population);
    case 'RU':
    case 'KZ':
    case 'BG':
      return native(
        'Cyrillic',
        names,
        Object.values(cyrillicTables).map(
          (table) => (part: string) => romaniseCyrillic(part, table),
        ),
      );
    case 'GR':
    case 'CY':
      return native(
        'Greek',
        names,
        Object.values(greekTables).map((table) => (part: string) => romaniseGreek(part, table)),
      );
    case 'CN':
    case 'TW':
      return chinese(names);
    case 'KR':
      return korean(names, population);
    default:
      return latin(names);
  }
}

function native(name: string, names: RankedNames, spellings: Tradition['spellings']): Tradition {
  return { name, draw: drawing(names), spellings, isNative: true };
}

function latin(names: RankedNames): Tradition {
  return { name: 'Latin', draw: drawing(names), spellings: [(part) => part], isNative: false };
}

/** Vocalised by hand; each population has every second name. */
function arabic(population: PopulationName): Tradition {
  const half = (names: readonly string[]): readonly string[] =>
    names.filter((_, rank) => rank % 2 === (population === 'measuring' ? 0 : 1));
  return {
    name: 'Arabic',
    draw: drawing({ given: half(vocalisedGiven), family: half(vocalisedFamilies) }),
    spellings: Object.values(arabicTables).map(
      (table) => (part: string) => romaniseArabic(part, table),
    ),
    isNative: false,
  };
}

/** Pinyin as passports join it; Wade–Giles as Taiwan parts it. */
function chinese({ given, family }: RankedNames): Tradition {
  const [first, last] = [byRank(given.map(lower), 0.6), byRank(family.map(lower), 1)];
  return {
    name: 'Chinese',
    draw: (random) => ({ given: [`${first(random)} ${first(random)}`], family: last(random) }),
    spellings: [
      (part) => part.replace(' ', ''),
      (part) => part.split(' ').map(wadeGiles).join('-'),
    ],
    isNative: false,
  };
}

const koreanFamilies = Array.from(
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현',
);

function korean({ given }: RankedNames, population: PopulationName): Tradition {
  const half = given.filter((_, rank) => rank % 2 === (population === 'measuring' ? 0 : 1));
  return native(
    'Korean',
    { given: half, family: koreanFamilies },
    Object.values(koreanTables).map((table) => (part: string) => romaniseKorean(part, table)),
  );
}

/** Two in five have a second given name. */
function drawing({ given, family }: RankedNames): Tradition['draw'] {
  const [first, last] = [byRank(given, 0.9), byRank(family, 0.75)];
  return (random) => {
    const one = first(random);
    const two = random() < 0.4 ? first(random) : one;
    return { given: one === two ? [one] : [one, two], family: last(random) };
  };
}

function lower(text: string): string {
  return text.toLowerCase();
}
