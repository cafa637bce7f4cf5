import { sortedWords } from '../names/fold-name';
import type { Subject } from './subject';

/** Folded, with all given names and with the first one only; empty when one part is unknown. */
export function fullNames({
  firstName,
  lastName,
}: Pick<Subject, 'firstName' | 'lastName'>): readonly string[] {
  if (firstName === null || lastName === null) return [];
  const [first = ''] = firstName.split(' ');
  return [...new Set([`${firstName} ${lastName}`, `${first} ${lastName}`])];
}

/** A name in any order of its words, and a day of birth. */
export function canonicalNameAndDay(foldedName: string, day: string | null): string | null {
  return foldedName === '' || day === null ? null : `${sortedWords(foldedName)}|${day}`;
}
