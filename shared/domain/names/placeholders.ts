/**
 * What stands on documents and in databases where there is no such name: of US visas and licences (FNU,
 * LNU; AAMVA's NONE and UNAVL), of forms (NMN, NMI), and of people who had to type something.
 */
const wholeParts = new Set([
  'FNU',
  'LNU',
  'NFN',
  'NLN',
  'NMN',
  'NMI',
  'NONE',
  'UNAVL',
  'NONAME',
  'NO NAME',
  'NO NAME GIVEN',
  'NO GIVEN NAME',
  'NO GIVEN NAMES',
  'NO FIRST NAME',
  'NO LAST NAME',
  'NO SURNAME',
  'NOT APPLICABLE',
  'FIRST NAME UNKNOWN',
  'LAST NAME UNKNOWN',
  'UNK',
  'UNKNOWN',
  'N A',
  'NIL',
  'NULL',
  'XX',
  'XXX',
  'XXXX',
]);

/** Nobody's name, so that they can be told inside a whole name too: `FNU ZARMINA`. */
const nobodysNames = new Set(['FNU', 'LNU', 'NFN', 'NLN', 'NMN', 'NMI', 'NONAME', 'UNAVL']);

/** A folded first or last name that says there is none; an empty one says nothing either. */
export function isPlaceholder(folded: string): boolean {
  return folded === '' || wholeParts.has(folded);
}

/** A folded name without the words that stand for a missing one. */
export function withoutPlaceholders(folded: string): string {
  if (isPlaceholder(folded)) return '';
  return folded
    .split(' ')
    .filter((word) => !nobodysNames.has(word))
    .join(' ');
}
