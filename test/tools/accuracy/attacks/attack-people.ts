import { orlFace } from '../../../../services/local/specimen/orl-faces';
import type { Person } from '../../../../services/local/specimen';
import { seeded } from '../documents/seeded';
import { attackSets, type AttackSet } from './attack-sets';

/** Somebody with a document, and pictures of the face besides the one on it. */
export interface Holder extends Person {
  readonly selfie: Buffer;
  /** Neither the document's nor the selfie. */
  readonly otherPhoto: Buffer;
}

const names = {
  tuning: {
    first: [
      'Marta',
      'Ruben',
      'Ilse',
      'Tadeo',
      'Nina Sofia',
      'Oskar',
      'Elin',
      'Hugo',
      'Carla',
      'Viktor',
    ],
    last: [
      'Zandstra',
      'Okkonen',
      'Brandauer',
      'Quintana',
      'Lisowska',
      'Haugland',
      'Moretti',
      'Dvorak',
    ],
  },
  measuring: {
    first: [
      'Greta',
      'Bastian',
      'Ottilie',
      'Rafael',
      'Ines Maria',
      'Sverre',
      'Livia',
      'Emil',
      'Paula',
      'Jonas',
    ],
    last: ['Terhorst', 'Vanhanen', 'Steinmetz', 'Ibarra', 'Pawlak', 'Solberg', 'Fontana', 'Cermak'],
  },
} as const;

/** By their codes on documents and in declarations. */
const cardStates = [
  ['NLD', 'NL'],
  ['D', 'DE'],
  ['FIN', 'FI'],
  ['ESP', 'ES'],
  ['AUT', 'AT'],
  ['POL', 'PL'],
  ['ITA', 'IT'],
  ['SWE', 'SE'],
  ['PRT', 'PT'],
  ['EST', 'EE'],
] as const;
const characters = 'ABCDEFGHJKLMNPRSTVWXYZ';
const holdersEach = 16;

/** The people of a set, each with three pictures of one of the forty faces. */
export async function attackPeople(set: AttackSet, facesFolder: string): Promise<Holder[]> {
  const { seed, firstFace } = attackSets[set];
  const random = seeded(seed);
  const upTo = (below: number): number => Math.floor(random() * below);
  const day = (year: number): string => `${String(year)}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`;
  const { first, last } = names[set];
  const people = Array.from({ length: holdersEach }, (_, index) => {
    const expiry = day(2031 + upTo(4));
    const [nationality] = cardStates[(index * 3) % cardStates.length] ?? cardStates[0];
    return {
      firstName: first[index % first.length] ?? '',
      lastName: last[(index * 5 + Math.floor(index / last.length)) % last.length] ?? '',
      birthDate: day(1958 + upTo(45)),
      sex: index % 2 === 0 ? ('M' as const) : ('F' as const),
      nationality,
      documentNumber: `${characters.charAt(upTo(22))}${characters.charAt(upTo(22))}${String(1_000_000 + upTo(9_000_000))}`,
      issueDate: `${String(Number(expiry.slice(0, 4)) - 10)}${expiry.slice(4)}`,
      expiryDate: expiry,
    };
  });
  return Promise.all(
    people.map(async (person, index) => ({
      ...person,
      portrait: await orlFace(facesFolder, firstFace + index, 1),
      selfie: await orlFace(facesFolder, firstFace + index, 4),
      otherPhoto: await orlFace(facesFolder, firstFace + index, 7),
    })),
  );
}

export function alpha2Of(state: string): string {
  const north = { USA: 'US', CAN: 'CA' }[state];
  return north ?? cardStates.find(([code]) => code === state)?.[1] ?? 'NL';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
