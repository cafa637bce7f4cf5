import { partial_ratio } from 'fuzzball';
import { foldName } from '../../../../shared/domain/names/fold-name';
import { nameSimilarity } from '../../../../shared/domain/names/compare-names';
import { personNames } from '../../../../shared/domain/names/look-up-keys';

/** `J Smith` for John Smith: bills are printed so, and at the stated address it is enough. */
const initialAlike = 0.9;

/**
 * How alike the most similar row is to a whole name, 0–1, with the first given name or its initial, and of
 * several surnames with all or one. Titles and whatever else stands there do not count.
 */
export function nameInPrint(
  name: { readonly first: string; readonly last: string },
  rows: readonly string[],
): number {
  const [firstGiven = ''] = foldName(name.first).split(' ');
  const wholes = personNames({ first: firstGiven, last: name.last }).map(foldName);
  const scores = rows.flatMap((row) =>
    wholes.flatMap((whole) => [
      byWords(whole, row),
      byInitial(firstGiven, whole, row),
      runTogether(firstGiven, whole, row),
    ]),
  );
  return Math.max(0, ...scores);
}

/** A row of fewer words than the name would be judged by these alone. */
function byWords(whole: string, row: string): number {
  const words = foldName(row).split(' ').length;
  return words < whole.split(' ').length ? 0 : nameSimilarity(whole, row);
}

/** All other words have to stand there as they are. */
function byInitial(first: string, whole: string, row: string): number {
  const words = foldName(row).split(' ');
  const others = whole.slice(first.length).trim().split(' ');
  if (first === '' || others.every((word) => word === '')) return 0;
  return words.includes(first.slice(0, 1)) && others.every((word) => words.includes(word))
    ? initialAlike
    : 0;
}

/** The recogniser may lose the spaces. */
function runTogether(first: string, whole: string, row: string): number {
  const joined = foldName(row).replaceAll(' ', '');
  const last = whole.slice(first.length);
  const orders = [first + last, last + first].map((order) => order.replaceAll(' ', ''));
  const scores = orders.map((order) =>
    joined.length < order.length - 1
      ? 0
      : partial_ratio(order, joined, { full_process: false }) / 100,
  );
  return Math.max(...scores);
}
