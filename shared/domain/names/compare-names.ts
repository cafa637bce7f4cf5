import { ratio } from 'fuzzball';
import { isWrittenWithoutVowels } from './arabic-letters';
import { foldName, nameFoldings } from './fold-name';
import { joinedAlike } from './joined-words';
import { particles } from './particles';
import { withoutPlaceholders } from './placeholders';

/** Too little to pass and too much to fail: `J` for JOHN, one word of a name of two. */
export const unclearScore = 0.8;
/** DANIEL and DANIELA, IVANOV and IVANOVA: near by letters, and often two people of one family. */
const otherEndingScore = 0.87;

/** Whether a word that was read may be only the beginning of a longer one. */
export type MayBeCut = (word: string) => boolean;
const never: MayBeCut = () => false;

/**
 * How alike a stated name is to one read from a document, 0–1. Words are compared one by one, in whatever
 * order, and the worst pair counts: as a whole, JOHN SMITH and JANE SMITH would be 0.8 alike. Words that
 * only one side has do not count (middle names, second surnames). Of all the ways in which a zone may
 * write either name (`nameFoldings`) the best counts.
 */
export function nameSimilarity(stated: string, read: string, mayBeCut = never): number {
  return best(stated, read, (a, b) => wordsSimilarity(a, b, mayBeCut));
}

/**
 * The same of whole names: one of one word leaves a part of the other unsaid, which is no more than
 * unclear, unless both have one word only.
 */
export function wholeNameSimilarity(stated: string, read: string, mayBeCut = never): number {
  return best(stated, read, (a, b) => {
    const [mine, theirs] = joinedAlike(a.split(' '), b.split(' '));
    const isPart = mine.length !== theirs.length && Math.min(mine.length, theirs.length) === 1;
    const score = wordsSimilarity(a, b, mayBeCut);
    return isPart ? Math.min(score, unclearScore) : score;
  });
}

function best(
  stated: string,
  read: string,
  similarity: (stated: string, read: string) => number,
): number {
  const writings = nameFoldings(stated).map(withoutPlaceholders);
  const readings = nameFoldings(read).map(withoutPlaceholders);
  const scores = readings.flatMap((theirs) => writings.map((mine) => similarity(mine, theirs)));
  return Math.max(0, withoutVowels(stated, read), ...scores);
}

function wordsSimilarity(stated: string, read: string, mayBeCut: MayBeCut): number {
  if (stated === '' || read === '') return 0;
  // Written together or apart: JEAN PIERRE and JEANPIERRE, VANDENBERG and VAN DEN BERG.
  if (stated.replaceAll(' ', '') === read.replaceAll(' ', '')) return 1;
  const [mine, theirs] = joinedAlike(stated.split(' '), read.split(' '));
  const score = worstPair(mine, theirs, (a, b) => wordSimilarity(a, b, mayBeCut));
  const shorter = mine.length < theirs.length ? mine : theirs;
  const isNoName = mine.length !== theirs.length && shorter.every((word) => particles.has(word));
  return isNoName ? Math.min(score, unclearScore) : score;
}

/** Every word of the shorter side gets the best word left of the longer; the worst such pair counts. */
function worstPair(
  stated: readonly string[],
  read: readonly string[],
  alike: (stated: string, read: string) => number,
): number {
  const pairs = stated
    .flatMap((mine, i) => read.map((theirs, j) => ({ i, j, score: alike(mine, theirs) })))
    .sort((a, b) => b.score - a.score);
  const usedStated = new Set<number>();
  const usedRead = new Set<number>();
  const wanted = Math.min(stated.length, read.length);
  let worst = 1;
  for (const { i, j, score } of pairs) {
    if (usedStated.size === wanted) break;
    if (usedStated.has(i) || usedRead.has(j)) continue;
    usedStated.add(i);
    usedRead.add(j);
    worst = Math.min(worst, score);
  }
  return worst;
}

function wordSimilarity(stated: string, read: string, mayBeCut: MayBeCut): number {
  if (stated === read) return 1;
  if (mayBeCut(read) && stated.startsWith(read)) return 1;
  if (stated.length === 1 || read.length === 1) return stated[0] === read[0] ? unclearScore : 0;
  const score = ratio(stated, read, { full_process: false }) / 100;
  return differsAtItsEnd(stated, read) ? Math.min(score, otherEndingScore) : score;
}

function differsAtItsEnd(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return Math.abs(a.length - b.length) <= 1 && a.slice(0, shorter - 1) === b.slice(0, shorter - 1);
}

/**
 * محمد says MHMD, and MOHAMMED and MAHMOUD alike: the same consonants in the same number of words are for
 * a person to judge, never a pass.
 */
function withoutVowels(stated: string, read: string): number {
  if (isWrittenWithoutVowels(stated) === isWrittenWithoutVowels(read)) return 0;
  const [mine, theirs] = [stated, read].map((name) =>
    foldName(name)
      .replaceAll(/[AEIOUWY]|(.)(?=\1)/g, '')
      .split(' ')
      .filter((word) => word !== '')
      .sort()
      .join(' '),
  );
  return mine === theirs && mine !== '' ? unclearScore : 0;
}
