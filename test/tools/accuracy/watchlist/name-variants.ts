import type { ListedPerson } from './made-up-list';
import type { Spelt } from './population';
import { pick } from './random';

type Vary = (person: ListedPerson, random: () => number) => Spelt | null;

/** How the same person comes to stand there otherwise; null where the kind does not apply to the name. */
export const nameVariants: Readonly<Record<string, Vary>> = {
  exact: ({ name }) => name,
  'given and family name swapped': ({ name: { given, family } }) => ({
    given: [family],
    family: given.join(' '),
  }),
  'middle name dropped': ({ name: { given, family } }) =>
    given.length < 2 ? null : { given: given.slice(0, 1), family },
  'middle name as an initial': ({ name: { given, family } }) =>
    given.length < 2 ? null : { given: [given[0] ?? '', (given[1] ?? '').slice(0, 1)], family },
  'a middle name more': ({ name: { given, family } }, random) => ({
    given: [...given, pick(moreNames, random)],
    family,
  }),
  'particle joined': ({ name: { given, family } }) => {
    const joined = { given: given.map(withoutGaps), family: withoutGaps(family) };
    return joined.family === family ? null : joined;
  },
  'given names joined': ({ name: { given, family } }) =>
    given.length < 2 ? null : { given: [given.join('')], family },
  'native script': ({ own, tradition }) => (tradition.isNative ? own : null),
  'one letter of the family name wrong': ({ name: { given, family } }, random) => {
    const wrong = withWrongLetter(family, random);
    return wrong === null ? null : { given, family: wrong };
  },
  'one letter of each name wrong': ({ name: { given, family } }, random) => {
    const first = given.map((part) => withWrongLetter(part, random));
    const last = withWrongLetter(family, random);
    if (last === null || first.some((part) => part === null)) return null;
    return { given: first.filter((part) => part !== null), family: last };
  },
  'family name romanised otherwise': (person, random) => {
    const { name } = person;
    const family = otherwise(person, [person.own.family], random)?.[0];
    return family === undefined ? null : { given: name.given, family };
  },
  'all names romanised otherwise': (person, random) => {
    const all = otherwise(person, [...person.own.given, person.own.family], random);
    if (all === null) return null;
    return { given: all.slice(0, -1), family: all.at(-1) ?? '' };
  },
};

/** Neither of these is common where the lists' people are. */
const moreNames = ['Adelbert', 'Ignatius', 'Rosalind', 'Thaddeus', 'Winifred'];

/** By another table than the list's, by which every part comes out otherwise; null where none does. */
function otherwise(
  { tradition: { spellings } }: ListedPerson,
  parts: readonly string[],
  random: () => number,
): readonly string[] | null {
  const [listed, ...others] = spellings;
  if (listed === undefined) return null;
  const spelt = others
    .map((spell) => parts.map((part) => spell(part, random)))
    .filter((words) =>
      words.every((word, at) => plain(word) !== plain(listed(parts[at] ?? '', random))),
    );
  return spelt.length === 0 ? null : pick(spelt, random);
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function withoutGaps(name: string): string {
  return name.replace(/[ -]/g, '');
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Any letter for any letter at any place, of names of three letters and more. */
function withWrongLetter(name: string, random: () => number): string | null {
  const places = Array.from(name).flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []));
  if (places.length < 3) return null;
  const at = pick(places, random);
  const letters = alphabet.replace(name.charAt(at).toLowerCase(), '');
  return name.slice(0, at) + pick(Array.from(letters), random) + name.slice(at + 1);
}
