import { nameFoldings, sortedWords } from './fold-name';
import { withoutPlaceholders } from './placeholders';
import { surnames } from './surnames';

export interface SpelledName {
  readonly first: string | null;
  readonly last: string | null;
}

/** More than any name that is written down; each is a hash to keep or to look up. */
const mostKeys = 64;

/**
 * What a name is found by where only equal hashes can be found: its words in any order, and its letters
 * without spaces (AL MASRI and ALMASRI), each in every way a zone may write it, and once more with German
 * digraphs undone. Two names are the same person's where they share a key. No hash can tell that one name
 * is a beginning of another, or one letter off: cut and misspelt names are not found.
 */
export function nameKeys(name: string): readonly string[] {
  const ways = nameFoldings(name)
    .map(withoutPlaceholders)
    .filter((way) => way !== '');
  const keys = ways
    .flatMap((way) => [way, undoneDigraphs(way)])
    .flatMap((way) => [sortedWords(way), ring(way)]);
  return [...new Set(keys)].slice(0, mostKeys);
}

/**
 * The names somebody may be listed under: all of them, those without the second given names, and of
 * several surnames the first or the last alone. One that is alone is the whole name.
 */
export function personNames({ first, last }: SpelledName): readonly string[] {
  const given = withoutNobody(first);
  const family = withoutNobody(last);
  if (given === '' || family === '') return [given || family].filter((name) => name !== '');
  const [firstGiven = given] = given.split(/[\s,]+/);
  const [firstSurname = family, ...others] = surnames(family);
  const families = [family, firstSurname, others.at(-1) ?? family];
  return [
    ...new Set([`${given} ${family}`, ...families.map((surname) => `${firstGiven} ${surname}`)]),
  ];
}

function withoutNobody(name: string | null): string {
  const text = name?.trim() ?? '';
  return nameFoldings(text).every((way) => withoutPlaceholders(way) === '') ? '' : text;
}

/**
 * The letters as a ring, begun where it sorts first: the same wherever the words begin, and whichever of
 * them are written together.
 */
function ring(folded: string): string {
  const letters = folded.replaceAll(' ', '');
  const turns = Array.from(letters, (_, at) => letters.slice(at) + letters.slice(0, at));
  return `~${turns.sort()[0] ?? ''}`;
}

/**
 * MULLER for MUELLER, as people type it; not where the two letters are a name's own: MICHAEL, SAMUEL,
 * JOEL, ZOE, PAEZ, SAENZ, RUEDA, QUEVEDO, XUEMEI.
 */
function undoneDigraphs(folded: string): string {
  return folded
    .replaceAll(/([NU])XX/g, '$1')
    .replaceAll(/AE(?!E|N?Z|L[^L]|L?\b|LLE\b)/g, 'A')
    .replaceAll(/OE(?!E|L[^L]|L?\b|LLE\b)/g, 'O')
    .replaceAll(/(?<![QXY])UE(?!E|D[AO]|L[^L]|L?\b|LLE\b)/g, 'U');
}
