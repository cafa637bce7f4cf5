import { ratio } from 'fuzzball';
import { foldName, foldNamePlainly } from '../../../shared/subject/fold-name';

/** A zone of 30 or 39 characters cuts longer names off: the last word read may be a beginning. */
const cutFromLength = 25;
/** `J` for JOHN says too little to pass and too much to fail. */
const initialScore = 0.8;

/**
 * How alike a stated name is to one read from a document, 0–1. Words are compared one by one, in whatever
 * order, and the worst pair counts: as a whole, JOHN SMITH and JANE SMITH would be 0.8 alike. Words that
 * only one side has do not count (middle names, second surnames); accents may be written or left out.
 */
export function nameSimilarity(stated: string, read: string): number {
  const readings = [foldName(read), foldNamePlainly(read)];
  const writings = [foldName(stated), foldNamePlainly(stated)];
  const scores = readings.flatMap((a) => writings.map((b) => wordsSimilarity(b, a)));
  return Math.max(...scores);
}

/** A whole name of one word leaves the other part unsaid: no more than unclear. */
export function wholeNameSimilarity(stated: string, read: string): number {
  const score = nameSimilarity(stated, read);
  const isOneWord = !foldName(stated).includes(' ') && foldName(read).includes(' ');
  return isOneWord ? Math.min(score, initialScore) : score;
}

function wordsSimilarity(stated: string, read: string): number {
  if (stated === '' || read === '') return 0;
  // Written together or apart: JEAN PIERRE and JEANPIERRE, VANDENBERG and VAN DEN BERG.
  if (stated.replaceAll(' ', '') === read.replaceAll(' ', '')) return 1;
  const isCut = read.length >= cutFromLength;
  const readWords = read.split(' ');
  const last = readWords.at(-1);
  const alike = (mine: string, theirs: string): number =>
    isCut && theirs === last && mine.startsWith(theirs) ? 1 : wordSimilarity(mine, theirs);
  return worstPair(stated.split(' '), readWords, alike);
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

function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? initialScore : 0;
  return ratio(a, b, { full_process: false }) / 100;
}
