import anyAscii from 'any-ascii';
import { arabicWriting } from './arabic-letters';
import { cyrillicWriting, cyrillicWritings, russian } from './cyrillic-letters';
import { greekWriting } from './greek-letters';
import { latinWriting, latinWritings } from './latin-letters';

/**
 * A name as a machine-readable zone most often has it (ICAO 9303-3 §6, Cyrillic as Russian): words of A–Z,
 * apart by one space. Apostrophes go, hyphens part words. Empty when nothing of it is a letter.
 */
export function foldName(text: string): string {
  return letters(cyrillicWriting(latinWriting(capitalsOf(text)), russian));
}

/** The same without the digraphs, as people leave accents out: MULLER for Müller. */
export function foldNamePlainly(text: string): string {
  return letters(text.normalize('NFC'));
}

/**
 * Every way a zone may have a name, by the tables of 9303-3 §6 and of the states that write otherwise: the
 * usual one first, each once. Whoever compares takes the best; a name of A–Z has one.
 */
export function nameFoldings(text: string): readonly string[] {
  const capitals = capitalsOf(text);
  const ways = latinWritings(capitals).map((way) => cyrillicWriting(way, russian));
  const writings = [
    latinWriting(cyrillicWriting(capitals, russian)),
    ...ways,
    ...(/\p{Script=Cyrillic}/u.test(capitals) ? cyrillicWritings(capitals) : []),
    ...(/\p{Script=Greek}/u.test(capitals) ? [greekWriting(capitals)] : []),
    ...(/\p{Script=Arabic}/u.test(capitals) ? [arabicWriting(capitals)] : []),
    // A syllable each: the family name and the given name are written without a space.
    ...(/[\p{Script=Han}\p{Script=Hangul}]/u.test(capitals) ? [syllables(capitals)] : []),
    text.normalize('NFC'),
  ];
  return [...new Set([foldName(text), ...writings.map(letters)])].filter((name) => name !== '');
}

/** The words of a name without their order, for names that were written down in another one. */
export function sortedWords(folded: string): string {
  return folded.split(' ').filter(Boolean).sort().join(' ');
}

/** Composed first, so that U and a combining diaeresis are one Ü. */
function capitalsOf(text: string): string {
  return text.normalize('NFC').toUpperCase();
}

function syllables(text: string): string {
  return text.replaceAll(/[\p{Script=Han}\p{Script=Hangul}]/gu, ' $& ');
}

function letters(text: string): string {
  return anyAscii(text)
    .toUpperCase()
    .replace(/['’`´.]/g, '')
    .replace(/[^A-Z]+/g, ' ')
    .trim();
}
