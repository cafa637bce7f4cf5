import fc from 'fast-check';
import { nameKeys, personNames } from '../../../shared/domain/names/look-up-keys';
import { surnames } from '../../../shared/domain/names/surnames';

function isFound(item: string, first: string | null, last: string | null): boolean {
  const kept = new Set(nameKeys(item));
  return personNames({ first, last }).some((name) => nameKeys(name).some((key) => kept.has(key)));
}

describe('a listed name is found on a document', () => {
  test.each<[string, string | null, string | null]>([
    ['Jürgen Müller', 'JURGEN', 'MULLER'],
    ['Jürgen Müller', 'JUERGEN', 'MUELLER'],
    ['Jurgen Muller', 'JUERGEN', 'MUELLER'],
    ['Juergen Mueller', 'JURGEN', 'MULLER'],
    ["Sinead O'Connor", 'SINEAD', 'O CONNOR'],
    ["O'Connor, Sinéad", 'SINEAD', 'O CONNOR'],
    ['Jean-Pierre Dubois', 'JEANPIERRE', 'DUBOIS'],
    ['Dubois, Jeanpierre', 'JEAN PIERRE', 'DUBOIS'],
    ['Hasan Al-Masri', 'HASAN', 'ALMASRI'],
    ['Hasan Almasri', 'HASAN', 'AL MASRI'],
    ['Anna Lopez', 'ANNA MARIA', 'LOPEZ GARCIA'],
    ['Anna Garcia', 'ANNA MARIA', 'LOPEZ GARCIA'],
    ['Ana de la Cruz', 'ANA', 'DE LA CRUZ VEGA'],
    ['Gulnara', '', 'GULNARA'],
    ['Gulnara', 'GULNARA', null],
    ['Gulnara', 'FNU', 'GULNARA'],
    ['FNU Gulnara', null, 'GULNARA'],
    ['Ганна Гриценко', 'HANNA', 'HRYTSENKO'],
    ['Muñoz Agüero, José', 'JOSE', 'MUNXXOZ AGUXXERO'],
    ['Γεώργιος Παπαδόπουλος', 'GEORGIOS', 'PAPADOPOULOS'],
    ['Sanz Michael', 'MICHAEL', 'SANZ'],
  ])('%s on %s %s', (item, first, last) => {
    expect(isFound(item, first, last)).toBe(true);
  });
});

describe('another name is not', () => {
  test.each<[string, string | null, string | null]>([
    ['Michal Novak', 'MICHAEL', 'NOVAK'],
    ['Jose Paz', 'JOSE', 'PAEZ'],
    ['Jose Sanz', 'JOSE', 'SAENZ'],
    ['Xumei Li', 'XUEMEI', 'LI'],
    ['Roland Bakker', 'ROELAND', 'BAKKER'],
    ['Gulnara', 'GULNARA', 'KARIMOVA'],
    ['John Smith', 'JANE', 'SMITH'],
    ['Anna', 'ANNA', 'LOPEZ'],
    ['Lopez', 'ANNA', 'LOPEZ'],
    ['Maria Lopez', 'ANNA MARIA', 'LOPEZ GARCIA'],
  ])('%s on %s %s', (item, first, last) => {
    expect(isFound(item, first, last)).toBe(false);
  });

  test('whatever common names they are', () => {
    const names =
      `JAMES MARY JOHN JANE JOAN JEAN ROBERT MICHAEL MICHAL LINDA DAVID DANIEL DANIELA MANUEL MANUELA
      SAMUEL MIGUEL JOEL NOEL NOELIA RAFAEL RAFAELA ISRAEL PAZ PAEZ SANZ SAENZ SAEZ RUEDA RUDA MAAS MAS HAAS HAS
      ROLAND ROELAND NADA NADJA GARCIA GARZA LOPEZ LOPES PEREZ PERES MUELLER MILLER MEIER MAIER KOENIG KOEN
      XUEMEI XUMEI YUEQI YUQI SAEED SAAD SAID CHLOE ZOE JOE SUE MAE RAE CAEL CAL DUE DU POE PO LOEWE LOW
      AHMED AHMAD HAMID WEI WEN LI LEE LIN LING IVANOV IVANOVA`.split(/\s+/);
    const one = fc.constantFrom(...names);
    fc.assert(
      fc.property(one, one, one, (given, other, family) => {
        fc.pre(given !== other);
        expect(isFound(`${other} ${family}`, given, family)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});

test('a name is found whatever the order of its words, and whichever are written together', () => {
  const word = fc.stringMatching(/^[A-Z]{2,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), fc.nat(3), (words, at) => {
      const turned = [...words.slice(at), ...words.slice(0, at)];
      expect(nameKeys(turned.join(' '))).toEqual(
        expect.arrayContaining([...nameKeys(words.join(' '))].slice(0, 2)),
      );
      const keys = new Set(nameKeys(words.join('')));
      expect(nameKeys(words.join(' ')).some((key) => keys.has(key))).toBe(true);
    }),
  );
});

test('no text has more keys than can be kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(nameKeys(text).length).toBeLessThanOrEqual(64);
    }),
  );
});

test.each([
  ['GARCIA LOPEZ', ['GARCIA', 'LOPEZ']],
  ['DE LA CRUZ VEGA', ['DE LA CRUZ', 'VEGA']],
  ['Garcia y Lopez', ['Garcia', 'Lopez']],
  ['VAN DEN BERG', ['VAN DEN BERG']],
  ['AL MASRI', ['AL MASRI']],
  ['VAN', ['VAN']],
])('the surnames of %s', (last, expected) => {
  expect(surnames(last)).toEqual(expected);
});
