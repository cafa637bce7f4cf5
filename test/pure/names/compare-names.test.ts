import fc from 'fast-check';
import { nameSimilarity, wholeNameSimilarity } from '../../../shared/domain/names/compare-names';

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
    ['Al Harbi', 'ALHARBI', 'a joined particle'],
    ['Ana de la Cruz', 'DELACRUZ ANA', 'joined particles in another order'],
    ['De la Cruz', 'DELA CRUZ', 'particles joined in part'],
    ['Abd al-Rahman Al-Faruqi', 'ABDALRAHMAN ALFARUQI', 'joined given names'],
    ['Al Masri Hasan Omar', 'HASAN ALMASRI', 'a joined particle beside a middle name'],
    ['Fnu Zarmina', 'ZARMINA', 'a word that stands for no name'],
    ['Ганна Гриценко', 'HANNA HRYTSENKO', 'Ukrainian'],
    ['Щърбанов', 'SHTARBANOV', 'Bulgarian'],
    ['Muñoz Agüero', 'MUNXXOZ AGUXXERO', 'the zone of a state that marks letters'],
    ['李伟', 'WEI LI', 'syllables without a space'],
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

describe("a name that is near another and often a relative's", () => {
  test.each([
    ['Daniel', 'DANIELA'],
    ['Ivanov', 'IVANOVA'],
    ['Maximilian', 'MAXIMILIANA'],
    ['Christiana', 'CHRISTIANE'],
    ['Van', 'VAN DIJK'],
    ['محمد', 'MOHAMMED'],
    ['محمود', 'MOHAMMED'],
  ])('%s and %s are no more than unclear', (stated, read) => {
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
    const [stated, read] = ['Konstantinopoulos', 'PAPADOPOULOS KONSTANTINOPO'];
    expect(nameSimilarity(stated, read)).toBeLessThan(0.9);
    expect(nameSimilarity(stated, read, (word) => word === 'KONSTANTINOPO')).toBe(1);
    expect(nameSimilarity(stated, read, (word) => word === 'PAPADOPOULOS')).toBeLessThan(0.9);
  });
});

test('a whole name of one word is never more than unclear', () => {
  expect(wholeNameSimilarity('John', 'JOHN SMITH')).toBe(0.8);
  expect(wholeNameSimilarity('Peter Zarmina', 'ZARMINA')).toBe(0.8);
  expect(wholeNameSimilarity('Smith John', 'JOHN SMITH')).toBe(1);
  expect(wholeNameSimilarity('Zarmina', 'ZARMINA')).toBe(1);
});

describe('common names', () => {
  const common =
    `JAMES MARY JOHN JANE JOAN JEAN ROBERT MICHAEL MICHAL MICHELE LINDA DAVID DAVIDE WILLIAM ELIZABETH
    RICHARD JOSEPH JOSEFA SUSAN THOMAS THOMASINA CHARLES SARAH SARA KAREN DANIEL DANIELA MATTHEW MATTHIAS
    ANTHONY MARK MARC MARCO MARIA MARIO MARIE MARION DONALD RONALD STEVEN STEFAN ANDREW ANDREA ANDREAS PAUL
    PAULA JOSHUA KENNETH KEVIN BRIAN GEORGE TIMOTHY JASON EDWARD EDUARDO JEFFREY RYAN JACOB GARY NICHOLAS
    ERIC ERICA JONATHAN STEPHEN LARRY JUSTIN JUSTINE SCOTT BRANDON BENJAMIN SAMUEL SAMUELA GREGORY FRANK
    FRANKA ALEXANDER ALEXANDRA ALEXANDRE PATRICK PATRICIA JACK DENNIS JERRY TYLER AARON JOSE JOSEF ADAM
    MOHAMMED MAHMOUD AHMED AHMAD HAMID HAMED ALI OMAR OMER AMIR AMIRA SAEED SAAD FATIMA FATMA AISHA
    IVAN IVANA IVANOV IVANOVA PETROV PETROVA OLEG OLGA SERGEI IGOR YURI YULIA WEI WEN LIN LING LI LIU CHEN
    CHENG WANG WONG ZHANG ZHAO HUANG KIM LEE LIM PARK PAK NGUYEN NGUYET TRAN TRANG GARCIA GARZA MARTIN
    MARTINEZ LOPEZ LOPES PEREZ PERES SANCHEZ RAMIREZ RAMIRO SILVA SILVIA SANTOS COSTA MUELLER MILLER MEIER
    MAIER SCHMIDT SCHMITT FISCHER WEBER WAGNER BECKER SCHULZ HOFFMANN`.split(/\s+/);

  test('are not the same as each other, whole or in part', () => {
    const one = fc.constantFrom(...common);
    fc.assert(
      fc.property(one, one, one, (given, other, family) => {
        fc.pre(given !== other && family !== given && family !== other);
        expect(nameSimilarity(given, other)).toBeLessThan(0.9);
        expect(nameSimilarity(`${given} ${family}`, `${other} ${family}`)).toBeLessThan(0.9);
        expect(wholeNameSimilarity(`${family} ${given}`, `${other} ${family}`)).toBeLessThan(0.9);
      }),
      { numRuns: 2000 },
    );
  });
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
