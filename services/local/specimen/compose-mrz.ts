import { checkDigit } from '../../../activities/checks/engines/document/mrz/check-digit';
import type { Person } from './person';

/** A check digit that is made wrong on purpose. The composite is computed over what is printed. */
export type WrongCheckDigit = 'number' | 'birth' | 'expiry' | 'composite';

const spelled: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  ß: 'SS',
  Ł: 'L',
  Þ: 'TH',
  Ð: 'D',
};

/** A name in the zone's alphabet (ICAO 9303-3 §6). */
export function transliterate(name: string): string {
  const letters = Array.from(name.normalize('NFC').toUpperCase())
    .map((letter) => spelled[letter] ?? letter)
    .join('')
    .normalize('NFD');
  return letters
    .replaceAll(/\p{M}|['’.]/gu, '')
    .replaceAll(/[^A-Z]+/g, '<')
    .replaceAll(/^<|<$/g, '');
}

function padded(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, '<');
}

function yymmdd(day: string): string {
  return day.slice(2).replaceAll('-', '');
}

function digitFor(field: string, wrong: boolean): string {
  const right = checkDigit(field);
  return wrong ? String((Number(right) + 1) % 10) : right;
}

function sexOf(person: Person): string {
  return person.sex === 'X' ? '<' : person.sex;
}

function namesOf(person: Person, length: number): string {
  return padded(`${transliterate(person.lastName)}<<${transliterate(person.firstName)}`, length);
}

/** The two lines of 44 of a passport (9303-4 §4.2). */
export function composeTd3(person: Person, wrong?: WrongCheckDigit): string[] {
  const number = padded(person.documentNumber, 9);
  const birth = yymmdd(person.birthDate);
  const expiry = yymmdd(person.expiryDate);
  const numberPart = number + digitFor(number, wrong === 'number');
  const birthPart = birth + digitFor(birth, wrong === 'birth');
  const rest = `${expiry}${digitFor(expiry, wrong === 'expiry')}${padded('', 14)}0`;
  const composite = digitFor(numberPart + birthPart + rest, wrong === 'composite');
  return [
    `P<${padded(person.nationality, 3)}${namesOf(person, 39)}`,
    `${numberPart}${padded(person.nationality, 3)}${birthPart}${sexOf(person)}${rest}${composite}`,
  ];
}

/** The two lines of 36 of a larger identity card (9303-6 §4.2). */
export function composeTd2(person: Person, wrong?: WrongCheckDigit): string[] {
  const number = padded(person.documentNumber, 9);
  const birth = yymmdd(person.birthDate);
  const expiry = yymmdd(person.expiryDate);
  const numberPart = number + digitFor(number, wrong === 'number');
  const birthPart = birth + digitFor(birth, wrong === 'birth');
  const rest = `${expiry}${digitFor(expiry, wrong === 'expiry')}${padded('', 7)}`;
  const composite = digitFor(numberPart + birthPart + rest, wrong === 'composite');
  return [
    `I<${padded(person.nationality, 3)}${namesOf(person, 31)}`,
    `${numberPart}${padded(person.nationality, 3)}${birthPart}${sexOf(person)}${rest}${composite}`,
  ];
}

/** The three lines of 30 of an identity card (9303-5 §4.2). */
export function composeTd1(person: Person, wrong?: WrongCheckDigit): string[] {
  const number = padded(person.documentNumber, 9);
  const birth = yymmdd(person.birthDate);
  const expiry = yymmdd(person.expiryDate);
  const upper = number + digitFor(number, wrong === 'number') + padded('', 15);
  const birthPart = birth + digitFor(birth, wrong === 'birth');
  const expiryPart = expiry + digitFor(expiry, wrong === 'expiry');
  const optional = padded('', 11);
  const composite = digitFor(upper + birthPart + expiryPart + optional, wrong === 'composite');
  return [
    `I<${padded(person.nationality, 3)}${upper}`,
    `${birthPart}${sexOf(person)}${expiryPart}${padded(person.nationality, 3)}${optional}${composite}`,
    namesOf(person, 30),
  ];
}
