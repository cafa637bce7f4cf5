import { soundsOf } from './sounds';

/** A word of a name, as letters and as sounds. */
export interface NameWord {
  readonly letters: string;
  readonly sounds: string;
}

/** Words that say little of whose a name is: whether they are there, apart or joined, makes no difference. */
const particles = new Set(
  'AL EL UL AS AR AN BIN BEN IBN BINT DE DEL LA LOS LAS DA DI DO DOS VAN VON DER DEN'.split(' '),
);
/** Of longer ones the words are not joined: nobody writes six names as one. */
const mostWords = 8;

/** A folded name in words: without its particles, unless it has nothing else but initials. */
export function nameWords(folded: string): readonly string[] {
  const all = folded.split(' ').filter((word) => word !== '');
  const telling = all.filter((word) => !particles.has(word));
  const tells = telling.some((word) => word.length > 1);
  return (tells ? telling : all).slice(0, mostWords).map(withoutArticle);
}

/** The particle that a name begins with, where it is left out: of DOS B. it is the given name. */
export function leadingParticle(folded: string): string | null {
  const [first = ''] = folded.split(' ');
  return particles.has(first) && !nameWords(folded).includes(first) ? first : null;
}

/** ALHARBI is AL HARBI written as one; of a short word (ALINA) nothing is taken. */
function withoutArticle(word: string): string {
  return word.length >= 7 ? word.replace(/^[AE]L(?=[B-DF-HJ-NP-TV-Z])/, '') : word;
}

/** With each two neighbours as one word: JONG UN and JONGUN, ABD ALLAH and ABDALLAH. */
export function joinedWays(folded: string): readonly (readonly string[])[] {
  const telling = nameWords(folded);
  const all = folded.split(' ').filter((word) => word !== '');
  // Particles are joined to what is behind them: ABD AL RAHMAN, DE LA CRUZ.
  return [...new Set([telling, all].map((words) => words.join(' ')))]
    .map((words) => words.split(' ').slice(0, mostWords))
    .flatMap((words) =>
      words
        .slice(1)
        .map((_, at) => [
          ...words.slice(0, at),
          withoutArticle(words.slice(at, at + 2).join('')),
          ...words.slice(at + 2),
        ]),
    )
    .map((words) => words.filter((word) => !particles.has(word)))
    .filter((words) => words.length > 0);
}

export function heard(letters: string): NameWord {
  return { letters, sounds: soundsOf(letters) };
}
