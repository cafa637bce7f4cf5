import fc from 'fast-check';
import {
  nameSimilarity,
  wholeNameSimilarity,
} from '../../../activities/checks/crossref/compare-names';

describe('the same name', () => {
  test.each([
    ['Müller', 'MUELLER', 'a digraph for an umlaut'],
    ['Müller', 'MULLER', 'an umlaut left out'],
    ['Søren Ødegård', 'SOEREN OEDEGAARD', 'Danish letters'],
    ['Łukasz', 'LUKASZ', 'a stroke'],
    ['Đặng', 'DANG', 'Vietnamese marks'],
    ['Weiß', 'WEISS', 'a sharp s'],
    ["O'Brien", 'OBRIEN', 'an apostrophe'],
    ['Jean-Pierre', 'JEAN PIERRE', 'a hyphen'],
    ['Jeanpierre', 'JEAN PIERRE', 'one word for two'],
    ['Сергей', 'SERGEI', 'Cyrillic'],
    ['Юлия Щукина', 'IULIIA SHCHUKINA', 'Cyrillic digraphs'],
    ['Anna', 'ANNA MARIA', 'a middle name left out'],
    ['Anna Maria', 'ANNA', 'a middle name that the document has not'],
    ['Maria Anna', 'ANNA MARIA', 'another order'],
    ['Garcia', 'GARCIA LOPEZ', 'a second surname left out'],
    ['Konstantinopoulos', 'PAPADOPOULOS KONSTANTINOPO', 'cut off by the zone'],
  ])('%s and %s (%s)', (stated, read) => {
    expect(nameSimilarity(stated, read)).toBe(1);
  });
});

test('a digraph that nobody wrote is near enough to pass', () => {
  expect(nameSimilarity('Muller', 'MUELLER')).toBeGreaterThanOrEqual(0.9);
});

describe('a name that a person has to look at', () => {
  test.each([
    ['Jon', 'JOHN'],
    ['Jan', 'JANE'],
    ['Mohammed', 'MUHAMMAD'],
    ['Katherine', 'CATHERINE'],
    ['Aleksandr', 'ALEXANDER'],
    ['J.', 'JOHN'],
  ])('%s and %s', (stated, read) => {
    const score = nameSimilarity(stated, read);
    expect(score).toBeGreaterThanOrEqual(0.7);
    expect(score).toBeLessThan(0.9);
  });
});

describe('another name', () => {
  test.each([
    ['John Smith', 'JANE SMITH'],
    ['Peter', 'PAUL'],
    ['Anna Maria', 'ANNA SOPHIE'],
    ['Van Dijk', 'VAN BERG'],
    ['M.', 'JOHN'],
  ])('%s and %s', (stated, read) => {
    expect(nameSimilarity(stated, read)).toBeLessThan(0.7);
  });

  test('a beginning counts only where a zone may have cut', () => {
    expect(nameSimilarity('Konstantinopoulos', 'KONSTANTINOPO')).toBeLessThan(0.9);
  });
});

test('a whole name of one word is never more than unclear', () => {
  expect(wholeNameSimilarity('John', 'JOHN SMITH')).toBe(0.8);
  expect(wholeNameSimilarity('Smith John', 'JOHN SMITH')).toBe(1);
});

describe('any names', () => {
  const word = fc.stringMatching(/^[A-Z]{2,8}$/);
  const name = fc.array(word, { minLength: 1, maxLength: 4 });

  test('are the same as themselves in any order', () => {
    fc.assert(
      fc.property(name, (words) => {
        expect(nameSimilarity([...words].reverse().join(' '), words.join(' '))).toBe(1);
      }),
    );
  });

  test('score between 0 and 1, either way round alike', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [one, other] = [a.slice(0, 2).join(' '), b.slice(0, 2).join(' ')];
        const score = nameSimilarity(one, other);
        expect(score).toBe(nameSimilarity(other, one));
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });
});
