import { partial_ratio } from 'fuzzball';
import { foldName } from '../../../shared/names/fold-name';
import { nameSimilarity } from '../../../shared/names/compare-names';

/** How alike the most similar row is to a whole name, 0–1. Titles and whatever else stands there do not count. */
export function nameInPrint(
  name: { readonly first: string; readonly last: string },
  rows: readonly string[],
): number {
  const [firstGiven = ''] = foldName(name.first).split(' ');
  const last = foldName(name.last);
  const whole = `${firstGiven} ${last}`;
  const scores = rows.map((row) =>
    Math.max(byWords(whole, row), runTogether(firstGiven, last, row)),
  );
  return Math.max(0, ...scores);
}

/** A row of fewer words than the name would be judged by these alone. */
function byWords(whole: string, row: string): number {
  const words = foldName(row).split(' ').length;
  return words < whole.split(' ').length ? 0 : nameSimilarity(whole, row);
}

/** The recogniser may lose the spaces. */
function runTogether(first: string, last: string, row: string): number {
  const joined = foldName(row).replaceAll(' ', '');
  const orders = [first + last, last + first].map((order) => order.replaceAll(' ', ''));
  const scores = orders.map((order) =>
    joined.length < order.length - 1
      ? 0
      : partial_ratio(order, joined, { full_process: false }) / 100,
  );
  return Math.max(...scores);
}
