import { sortedWords } from '../domain/names/fold-name';
import { nameKeys, personNames } from '../domain/names/look-up-keys';
import type { Subject } from './subject';

/** Folded, with all given names and with the first one only; a name of one word is a whole name. */
export function fullNames({
  firstName,
  lastName,
}: Pick<Subject, 'firstName' | 'lastName'>): readonly string[] {
  if (firstName === null || lastName === null) {
    return [firstName ?? lastName].filter((name) => name !== null);
  }
  const [first = ''] = firstName.split(' ');
  return [...new Set([`${firstName} ${lastName}`, `${first} ${lastName}`])];
}

/** The names that the subject may be listed under, as they were spelled. */
export function spelledNames({ spelled }: Pick<Subject, 'spelled'>): readonly string[] {
  return spelled.whole === null ? personNames(spelled) : [spelled.whole];
}

/** What a name and a day of birth are found by; nothing without a day. */
export function nameAndDayKeys(name: string, day: string | null): readonly string[] {
  return day === null ? [] : nameKeys(name).map((key) => `${key}|${day}`);
}

/** A name in any order of its words, and a day of birth. */
export function canonicalNameAndDay(foldedName: string, day: string | null): string | null {
  return foldedName === '' || day === null ? null : `${sortedWords(foldedName)}|${day}`;
}
