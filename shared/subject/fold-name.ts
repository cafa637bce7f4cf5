import anyAscii from 'any-ascii';

/**
 * What a machine-readable zone writes for these letters (ICAO 9303-3 §6, Latin and Cyrillic) where
 * any-ascii writes something else; Russian rules, as other languages' differ from each other.
 */
const digraphs: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Æ: 'AE',
  Å: 'AA',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Ü: 'UE',
  ẞ: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Ё: 'E',
  Ж: 'ZH',
  Й: 'I',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Ъ: 'IE',
  Ы: 'Y',
  Ь: '',
  Э: 'E',
  Ю: 'IU',
  Я: 'IA',
};

/**
 * A name as a machine-readable zone has it: words of A–Z, apart by one space. Apostrophes go, hyphens
 * part words. Empty when nothing of it is a letter.
 */
export function foldName(text: string): string {
  // Composed first, so that U and a combining diaeresis are one Ü.
  const capitals = text.normalize('NFC').toUpperCase();
  return letters(Array.from(capitals, (letter) => digraphs[letter] ?? letter).join(''));
}

/** The same without the digraphs, as people leave accents out: MULLER for Müller. */
export function foldNamePlainly(text: string): string {
  return letters(text.normalize('NFC'));
}

function letters(text: string): string {
  return anyAscii(text)
    .toUpperCase()
    .replace(/['’`´.]/g, '')
    .replace(/[^A-Z]+/g, ' ')
    .trim();
}

/** The words of a name without their order, for names that were written down in another one. */
export function sortedWords(folded: string): string {
  return folded.split(' ').filter(Boolean).sort().join(' ');
}
