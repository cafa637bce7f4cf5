interface KoreanTable {
  readonly initials: readonly string[];
  readonly vowels: readonly string[];
  readonly finals: readonly string[];
}

const words = (text: string): readonly string[] =>
  text.split(' ').map((one) => (one === '-' ? '' : one));

/** Revised Romanization of 2000. */
const revised: KoreanTable = {
  initials: words('g kk n d tt r m b pp s ss - j jj ch k t p h'),
  vowels: words('a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'),
  finals: words('- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'),
};
/** McCune–Reischauer, its breves and apostrophes left out as on lists. */
const mcCuneReischauer: KoreanTable = {
  initials: words('k kk n t tt r m p pp s ss - ch tch ch k t p h'),
  vowels: words('a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'),
  finals: revised.finals,
};

export const koreanTables = { 'McCune–Reischauer': mcCuneReischauer, Revised: revised } as const;

/** Syllable by syllable, as names are: no letter changes for its neighbour's sake. */
export function romaniseKorean(hangul: string, { initials, vowels, finals }: KoreanTable): string {
  return Array.from(hangul, (syllable) => {
    const at = syllable.charCodeAt(0) - 0xac00;
    const [initial, vowel, final] = [Math.floor(at / 588), Math.floor((at % 588) / 28), at % 28];
    return `${initials[initial] ?? ''}${vowels[vowel] ?? ''}${finals[final] ?? ''}`;
  }).join('');
}
