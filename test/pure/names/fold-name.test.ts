import fc from 'fast-check';
import { foldName, nameFoldings } from '../../../shared/domain/names/fold-name';

describe('a name is folded as a zone of its state has it', () => {
  test.each([
    // ICAO 9303-3 §6 A.
    ['Müller', 'MUELLER'],
    ['Müller', 'MULLER'],
    ['Müller', 'MUXXLLER'],
    ['Muñoz', 'MUNOZ'],
    ['Muñoz', 'MUNXXOZ'],
    ['Agüero', 'AGUXXERO'],
    ['Ångström', 'AANGSTROEM'],
    ['Ångström', 'ANGSTROM'],
    ['Þórður', 'THORDUR'],
    ['Ŋ', 'N'],
    ['Đorđević', 'DJORDJEVIC'],
    ['Đặng', 'DANG'],
    // §6 B and its notes: Ukrainian, Bulgarian, Serbian, Belarusian, Macedonian, Russian.
    ['Ганна', 'HANNA'],
    ['Гриценко', 'HRYTSENKO'],
    ['Володимир', 'VOLODYMYR'],
    ['Зеленський', 'ZELENSKYI'],
    ['Євген', 'YEVHEN'],
    ['Їжакевич', 'YIZHAKEVYCH'],
    ['Згурський', 'ZGHURSKYI'],
    ["Мар'яна", 'MARIANA'],
    ['Щърбанов', 'SHTARBANOV'],
    ['Мария', 'MARIA'],
    ['Ђорђе', 'DJORDJE'],
    ['Ђорђе', 'DORDE'],
    ['Живковић', 'ZIVKOVIC'],
    ['Ігар', 'IHAR'],
    ['Ѓорѓиев', 'GJORGJIEV'],
    ['Щукина Юлия', 'SHCHUKINA IULIIA'],
    ['Сергей', 'SERGEI'],
    ['Сергей', 'SERGEY'],
    // §6 C.
    ['محمد', 'MXHMD'],
    ['فاطمة', 'FAXTTMXAH'],
    // ELOT 743.
    ['Γιώργος', 'GIORGOS'],
    ['Γεώργιος', 'GEORGIOS'],
    ['Ευαγγελία Παπαδοπούλου', 'EVANGELIA PAPADOPOULOU'],
    ['Ευτυχία Μπακογιάννη', 'EFTYCHIA BAKOGIANNI'],
    ['Χαράλαμπος', 'CHARALAMPOS'],
  ])('%s may be %s', (name, zone) => {
    expect(nameFoldings(name)).toContain(zone);
  });
});

test('a name of A to Z is folded in one way', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{1,9}( [A-Z]{1,9}){0,3}$/), (name) => {
      expect(nameFoldings(name)).toEqual([name]);
    }),
  );
});

test('every folding of any text is words of A to Z, the usual one first, each once and not too many', () => {
  const unit = fc.oneof(
    fc.constantFrom(...Array.from('ÄÅÑÖØÜĐЄЇйщъюяҐЂџάΰγξحمّة 李')),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const ways = nameFoldings(text);
      expect(ways[0] ?? '').toBe(foldName(text));
      expect(new Set(ways).size).toBe(ways.length);
      expect(ways.length).toBeLessThanOrEqual(96);
      for (const way of ways) expect(way).toMatch(/^[A-Z]+( [A-Z]+)*$/);
    }),
  );
});
