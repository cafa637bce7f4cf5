import { commonTraditions, listedTraditions, type NameParts } from './name-parts';

export interface MadeUpPerson {
  readonly given: readonly string[];
  readonly family: string;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string;
}

export interface ListedPerson extends MadeUpPerson {
  readonly entryId: string;
  /** In full, given names first. */
  readonly aliases: readonly Pick<MadeUpPerson, 'given' | 'family'>[];
}

const aliasesEach = 3;

/** Always the same people for the same seed: one combination of parts once. */
export function madeUpList(size: number, seed: number): readonly ListedPerson[] {
  const random = randomFrom(seed);
  const taken = new Set<string>();
  return Array.from({ length: size }, (_, index) => {
    const parts = pick(listedTraditions, random);
    const person = somebodyNew(parts, random, taken);
    return {
      ...person,
      entryId: String(index + 1),
      aliases: Array.from({ length: aliasesEach }, () => aliasOf(person, parts, random)),
    };
  });
}

/** People of common names, none of them listed. */
export function commonPeople(count: number, seed: number): readonly MadeUpPerson[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () =>
    somebodyNew(pick(commonTraditions, random), random, new Set()),
  );
}

/** People of the very traditions that are listed, none of them listed: the hardest to tell apart. */
export function namesakes(
  listed: readonly ListedPerson[],
  count: number,
  seed: number,
): readonly MadeUpPerson[] {
  const random = randomFrom(seed);
  const taken = new Set(listed.map(keyOf));
  return Array.from({ length: count }, () =>
    somebodyNew(pick(listedTraditions, random), random, taken),
  );
}

/** In the structure of OFAC's `SDN.XML`. */
export function asSdnFile(listed: readonly ListedPerson[]): Buffer {
  const entries = listed.map(
    ({ entryId, given, family, aliases, dateOfBirth }) => `<sdnEntry><uid>${entryId}</uid>
<firstName>${given.join(' ')}</firstName><lastName>${family}</lastName><sdnType>Individual</sdnType>
<programList><program>MADEUP</program></programList>
<akaList>${aliases
      .map(
        (alias) =>
          `<aka><category>strong</category><lastName>${alias.family}</lastName><firstName>${alias.given.join(' ')}</firstName></aka>`,
      )
      .join('')}</akaList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>${dateOfBirth.slice(0, 4)}</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry>`,
  );
  return Buffer.from(`<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">
<publshInformation><Publish_Date>11/20/2026</Publish_Date><Record_Count>${String(listed.length)}</Record_Count></publshInformation>
${entries.join('\n')}</sdnList>`);
}

function somebodyNew(parts: NameParts, random: () => number, taken: Set<string>): MadeUpPerson {
  for (;;) {
    const person = {
      given: [pick(parts.given, random), pick(parts.given, random)],
      family: familyOf(parts, random),
      dateOfBirth: `${String(1940 + Math.floor(random() * 65))}-0${String(1 + Math.floor(random() * 9))}-15`,
    };
    if (taken.has(keyOf(person))) continue;
    taken.add(keyOf(person));
    return person;
  }
}

/** Another name under which somebody is known: another family name, or another given one. */
function aliasOf(
  { given, family }: MadeUpPerson,
  parts: NameParts,
  random: () => number,
): Pick<MadeUpPerson, 'given' | 'family'> {
  return random() < 0.5
    ? { given, family: familyOf(parts, random) }
    : { given: [pick(parts.given, random)], family };
}

function familyOf({ stems, middles, endings }: NameParts, random: () => number): string {
  return pick(stems, random) + pick(middles, random) + pick(endings, random);
}

function keyOf({ given, family }: Pick<MadeUpPerson, 'given' | 'family'>): string {
  return [...given, family].join(' ');
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
