type Letters = Readonly<Record<string, string>>;

interface CyrillicTable {
  readonly letters: Letters;
  /** Where a word begins. */
  readonly initial?: Letters;
}

/** ICAO 9303-3 §6 B (8th edition) without the exceptions that its notes make for single languages. */
const common: Letters = lettersOf(`
  А:A Б:B В:V Г:G Д:D Е:E Ё:E Ж:ZH З:Z И:I І:I Й:I К:K Л:L М:M Н:N О:O П:P Р:R С:S Т:T У:U Ф:F
  Х:KH Ц:TS Ч:CH Ш:SH Щ:SHCH Ъ:IE Ы:Y Ь: Э:E Ю:IU Я:IA
  Ѵ:Y Ґ:G Ў:U Ѫ:U Ѓ:G Ђ:D Ѕ:DZ Ј:J Ќ:K Љ:LJ Њ:NJ Һ:C Ћ:C Џ:DZ Є:IE Ї:I`);

/** Russian, and whatever has no exceptions. */
export const russian: CyrillicTable = { letters: common };

/** The others: what a passport of the state writes where that is not the common table. */
const others: readonly CyrillicTable[] = [
  // Russian passports before 2013 (orders 310 of 1997 and 211 of 2010, GOST R 52535.1).
  table('Й:Y Ъ: Ю:YU Я:YA'),
  table('Й:Y Ё:YE Ъ: Ю:YU Я:YA', 'Е:YE'),
  // Belarusian: the notes of §6 B.
  table('Г:H Ё:IO'),
  // Ukrainian: the notes of §6 B, and resolution 55 of 2010, which is the same.
  table('Г:H И:Y', 'Є:YE Ї:YI Й:Y Ю:YU Я:YA'),
  // Bulgarian: the note of §6 B, and the Transliteration Act of 2009, by which passports are written.
  table('Щ:SHT'),
  table('Щ:SHT Ъ:A Й:Y Х:H Ю:YU Я:YA'),
  // Serbian: the notes of §6 B; Ђ is DJ in the passports themselves.
  table('Г:G Ж:Z Х:H Ц:C Ч:C Ш:S Џ:DZ'),
  table('Г:G Ж:Z Х:H Ц:C Ч:C Ш:S Џ:DZ Ђ:DJ'),
  // Macedonian: the notes of §6 B.
  table('Х:H Ц:C Ѓ:GJ Ќ:KJ Џ:DJ'),
  table('Ж:Z Х:H Ц:C Ч:C Ш:S Ѓ:GJ Ќ:KJ Џ:DJ'),
];

export function cyrillicWriting(
  capitals: string,
  { letters, initial = {} }: CyrillicTable,
): string {
  const characters = Array.from(capitals);
  return characters
    .map((letter, at) => {
      const begins = at === 0 || !/[\p{L}'’ʼ]/u.test(characters[at - 1] ?? '');
      return (begins ? initial[letter] : undefined) ?? letters[letter] ?? letter;
    })
    .join('');
}

/** By every table; Ukrainian ЗГ is ZGH, lest it read as Ж, and Bulgarian -ИЯ ends in IA. */
export function cyrillicWritings(capitals: string): readonly string[] {
  const marked = capitals.replaceAll('ЗГ', 'ZGH').replaceAll(/ИЯ(?!\p{L})/gu, 'IA');
  return [...new Set([capitals, marked])].flatMap((text) =>
    [russian, ...others].map((one) => cyrillicWriting(text, one)),
  );
}

function table(exceptions: string, initial = ''): CyrillicTable {
  return {
    letters: { ...common, ...lettersOf(exceptions) },
    initial: lettersOf(initial),
  };
}

function lettersOf(pairs: string): Letters {
  return Object.fromEntries(
    pairs
      .trim()
      .split(/\s+/)
      .filter((pair) => pair !== '')
      .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
  );
}
