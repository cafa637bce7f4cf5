import type { ListedPerson, MadeUpPerson } from './made-up-list';

/** A person as a document or a form may have them. */
export type Spelt = Pick<MadeUpPerson, 'given' | 'family'>;

/** How the same person comes to stand there otherwise; null where the kind does not apply to the name. */
export const nameVariants: Readonly<
  Record<string, (person: ListedPerson, random: () => number) => Spelt | null>
> = {
  'as listed': ({ given, family }) => ({ given, family }),
  'an alias as listed': ({ aliases }) => aliases[0] ?? null,
  'given and family name swapped': ({ given, family }) => ({
    given: [family],
    family: given.join(' '),
  }),
  'middle name missing': ({ given, family }) => ({ given: given.slice(0, 1), family }),
  'middle name as an initial': ({ given: [first = '', middle = ''], family }) => ({
    given: [first, middle.slice(0, 1)],
    family,
  }),
  'first name missing, the middle one used': ({ given, family }) => ({
    given: given.slice(1),
    family,
  }),
  'another transliteration of the family name': ({ given, family }) =>
    changed(given, family, respelt(family)),
  'another transliteration of all names': ({ given, family }) =>
    changed(given.map(respelt), family, respelt(family)),
  'one letter of the family name wrong': ({ given, family }, random) =>
    changed(given, family, withWrongLetter(family, random)),
  'one letter of each name wrong': ({ given, family }, random) => ({
    given: given.map((name) => withWrongLetter(name, random)),
    family: withWrongLetter(family, random),
  }),
  'two neighbouring letters of the family name exchanged': ({ given, family }, random) =>
    changed(given, family, withExchanged(family, random)),
  'family name cut off by a letter': ({ given, family }) =>
    changed(given, family, family.slice(0, -1)),
};

function changed(given: readonly string[], family: string, other: string): Spelt | null {
  return other === family ? null : { given, family: other };
}

/** Pairs between which English, French, German and official transliterations differ. */
const respellings: readonly (readonly [RegExp, string])[] = [
  [/skiy$/, 'sky'],
  [/iy$/, 'ii'],
  [/^Ye/, 'E'],
  [/^Yu/, 'Iu'],
  [/ya/g, 'ia'],
  [/shch/gi, 'sch'],
  [/zh/gi, 'j'],
  [/kh/gi, 'h'],
  [/ou/g, 'u'],
  [/iti$/, 'eety'],
  [/awi$/, 'aoui'],
  [/ani$/, 'any'],
  [/Muhammad/, 'Mohamed'],
  [/Hussein/, 'Husayn'],
  [/Yusuf/, 'Youssef'],
  [/q/gi, 'k'],
  [/dj/gi, 'dz'],
  [/ic$/, 'ich'],
  [/ts/gi, 'c'],
  [/v$/, 'ff'],
];

function respelt(name: string): string {
  return respellings.reduce((text, [from, to]) => text.replace(from, to), name);
}

function withWrongLetter(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 1));
  const letters = 'aeioumnrlst'.replace(name.charAt(at), '');
  return (
    name.slice(0, at) + letters.charAt(Math.floor(random() * letters.length)) + name.slice(at + 1)
  );
}

function withExchanged(name: string, random: () => number): string {
  if (name.length < 4) return name;
  const at = 1 + Math.floor(random() * (name.length - 2));
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}
