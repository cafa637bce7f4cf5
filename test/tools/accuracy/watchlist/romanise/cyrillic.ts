/** Letters of which a table says more than the shared row below; `initial`: at the start and after a vowel. */
interface CyrillicTable {
  readonly letters: Readonly<Record<string, string>>;
  readonly initialYe: string;
}

const shared: Readonly<Record<string, string>> = {
  А: 'a', Б: 'b', В: 'v', Г: 'g', Д: 'd', Е: 'e', З: 'z', И: 'i', К: 'k', Л: 'l', М: 'm', Н: 'n',
  О: 'o', П: 'p', Р: 'r', С: 's', Т: 't', У: 'u', Ф: 'f', Ъ: '', Ь: '',
}; // prettier-ignore

/** BGN/PCGN 1947: as OFAC and the UN print. */
const bgnPcgn: CyrillicTable = {
  letters: { Ж: 'zh', Х: 'kh', Ц: 'ts', Ч: 'ch', Ш: 'sh', Щ: 'shch', Ы: 'y', Э: 'e', Ю: 'yu', Я: 'ya', Й: 'y', Ё: 'ye' }, // prettier-ignore
  initialYe: 'ye',
};
/** ALA-LC without its ligatures: close to what a passport's zone has. */
const alaLc: CyrillicTable = {
  letters: { Ж: 'zh', Х: 'kh', Ц: 'ts', Ч: 'ch', Ш: 'sh', Щ: 'shch', Ы: 'y', Э: 'e', Ю: 'iu', Я: 'ia', Й: 'i', Ё: 'e' }, // prettier-ignore
  initialYe: 'e',
};
/** ISO 9:1995, a letter for a letter. */
const iso9: CyrillicTable = {
  letters: { Ж: 'ž', Х: 'h', Ц: 'c', Ч: 'č', Ш: 'š', Щ: 'ŝ', Ы: 'y', Э: 'è', Ю: 'û', Я: 'â', Й: 'j', Ё: 'ë' }, // prettier-ignore
  initialYe: 'e',
};

export const cyrillicTables = { 'BGN/PCGN': bgnPcgn, 'ALA-LC': alaLc, 'ISO 9': iso9 } as const;

export function romaniseCyrillic(name: string, { letters, initialYe }: CyrillicTable): string {
  const capitals = name.toUpperCase();
  return Array.from(capitals, (letter, at) => {
    const before = capitals.charAt(at - 1);
    if (letter === 'Е' && (at === 0 || /[АЕЁИОУЫЭЮЯЙЪЬ]/.test(before))) return initialYe;
    return letters[letter] ?? shared[letter] ?? '';
  }).join('');
}
