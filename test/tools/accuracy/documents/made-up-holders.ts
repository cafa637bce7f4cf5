import { drawnPortrait, type Person } from '../../../../services/local/specimen';
import { seeded } from './seeded';

const lastNames = [
  'Voorbeeld',
  'Müller-Größtmann',
  'Esimerkki',
  'Núñez Ejemplo',
  'Muster',
  'Przykład',
  'Exemplu',
  "D'Esempio",
  'Ó Sampla',
  'Kvist',
] as const;
const firstNames = [
  'Liselotte',
  'Jörg',
  'Aino Ilona',
  'Tomás',
  'Sam',
  'Zofia Ewa',
  'Ion',
  'Bianca',
  'Gráinne',
  'Mads Bo',
] as const;
const states = ['NLD', 'D', 'FIN', 'ESP', 'AUT', 'POL', 'ROU', 'ITA', 'IRL', 'DNK'] as const;
const numberCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** People whose numbers hold every letter and digit there is, look-alikes too. */
export function madeUpHolders(count: number): Promise<Person[]> {
  const random = seeded(20_261_123);
  const upTo = (below: number): number => Math.floor(random() * below);
  const day = (year: number): string =>
    `${String(year)}-${twoDigits(1 + upTo(12))}-${twoDigits(1 + upTo(28))}`;
  const people = Array.from({ length: count }, (_, index) => {
    const issued = 2018 + upTo(7);
    const expiry = day(issued + 10);
    return {
      firstName: firstNames[index % firstNames.length] ?? '',
      lastName: lastNames[(index * 7) % lastNames.length] ?? '',
      birthDate: day(1945 + upTo(60)),
      sex: (['F', 'M', 'X'] as const)[index % 3] ?? 'X',
      nationality: states[index % states.length] ?? 'NLD',
      documentNumber: Array.from({ length: 9 }, (_unused, place) =>
        // A letter first, then at least half digits, as most states number theirs.
        numberCharacters.charAt(place === 0 ? upTo(26) : place < 5 ? upTo(36) : 26 + upTo(10)),
      ).join(''),
      issueDate: `${String(issued)}${expiry.slice(4)}`,
      expiryDate: expiry,
    };
  });
  return Promise.all(
    people.map(async (person, index) => ({ ...person, portrait: await drawnPortrait(index) })),
  );
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
