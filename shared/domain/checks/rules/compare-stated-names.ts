import type { StatedFields } from '../../applicant/stated-field';
import type { ComparedField } from '../compared-fields';
import type { ExtractedData } from '../extracted-data';
import { nameSimilarity, unclearScore, wholeNameSimilarity } from '../../names/compare-names';
import { namesRead, type NamesRead } from '../../names/cut-names';
import { foldName } from '../../names/fold-name';
import { isPlaceholder, withoutPlaceholders } from '../../names/placeholders';
import type { Comparison } from './comparison';

type Part = 'first_name' | 'last_name';
type NameComparison = Comparison & { readonly score: number };

/**
 * Whatever name was stated is compared: a part with its own, and where the document has no such part (a
 * name of one word, a field that the family name fills) with the whole name. A part that says there is
 * none (FNU) makes the other one the whole name.
 */
export function compareStatedNames(
  stated: StatedFields,
  read: Pick<ExtractedData, 'first_name' | 'last_name' | 'document_type'>,
): readonly NameComparison[] {
  const seen = namesRead({
    ...read,
    first_name: named(read.first_name),
    last_name: named(read.last_name),
  });
  const first = joined(stated.firstName, stated.middleName);
  const { lastName: last, fullName } = stated;
  return [...parts(first, last, seen), ...whole('name', fullName, seen)];
}

function parts(
  first: string | undefined,
  last: string | undefined,
  seen: NamesRead,
): readonly NameComparison[] {
  const said = [first, last].map((name) => name !== undefined && !isPlaceholder(foldName(name)));
  const [hasFirst, hasLast] = said;
  // Of two parts one that says there is none: the other is a whole name of its own.
  if (first !== undefined && last !== undefined && hasFirst !== hasLast) {
    return hasFirst === true ? whole('first_name', first, seen) : whole('last_name', last, seen);
  }
  const found = [
    ...part('first_name', hasFirst === true ? first : undefined, seen),
    ...part('last_name', hasLast === true ? last : undefined, seen),
  ];
  if (found.length < 2) return found;
  // Some write the last name first: then the parts differ and the whole is the same.
  const [both] = whole('name', `${first ?? ''} ${last ?? ''}`, seen);
  if (both?.score === 1) return found.map((one) => ({ ...one, score: 1 }));
  const isOnePart = seen.first === '' || seen.last === '';
  const isNamed = found.some(({ score }) => score === 1);
  // One of them is all that the document has: whether the other is right, it does not say.
  return isOnePart && isNamed
    ? found.map((one) => ({ ...one, score: Math.max(one.score, unclearScore) }))
    : found;
}

function part(field: Part, stated: string | undefined, seen: NamesRead): readonly NameComparison[] {
  if (stated === undefined) return [];
  const own = field === 'first_name' ? seen.first : seen.last;
  const read = own === '' ? seen.whole : own;
  const score = nameSimilarity(stated, read, seen.mayBeCut);
  // A family name that fills the field leaves no room for the given ones.
  const isCutOff = own === '' && seen.isFull;
  return [{ field, stated, read, score: isCutOff ? Math.max(score, unclearScore) : score }];
}

function whole(
  field: ComparedField,
  stated: string | undefined,
  seen: NamesRead,
): readonly NameComparison[] {
  if (stated === undefined || withoutPlaceholders(foldName(stated)) === '') return [];
  const score = wholeNameSimilarity(stated, seen.whole, seen.mayBeCut);
  return [{ field, stated, read: seen.whole, score }];
}

/** Without what stands for a missing name: FNU, NONE. */
function named(read: string): string {
  return isPlaceholder(foldName(read)) ? '' : read;
}

function joined(first: string | undefined, middle: string | undefined): string | undefined {
  if (first === undefined || middle === undefined) return first ?? middle;
  return `${first} ${middle}`;
}
