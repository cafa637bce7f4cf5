import fc from 'fast-check';
import { findingQuery, listedKeys } from '../../../shared/domain/watchlists/match/finding-query';
import { keysOf } from '../../../shared/domain/watchlists/match/finding-keys';

const letters = fc.stringMatching(/^[A-Z]{4,10}$/);

test('a word shares a key with itself after any one letter was left out, put in or replaced', () => {
  fc.assert(
    fc.property(letters, fc.nat(), fc.stringMatching(/^[A-Z]$/), (word, at, letter) => {
      const place = at % word.length;
      const keys = new Set(keysOf(word));
      const spelt = [
        word.slice(0, place) + word.slice(place + 1),
        word.slice(0, place) + letter + word.slice(place + 1),
        word.slice(0, place) + letter + word.slice(place),
      ];
      for (const other of spelt) expect(keysOf(other).some((key) => keys.has(key))).toBe(true);
    }),
  );
});

test('nothing in a key ends a quoted lexeme', () => {
  fc.assert(
    fc.property(letters, letters, (first, last) => {
      for (const key of listedKeys(`${first} ${last}`)) expect(key).toMatch(/^[A-Za-z0-9$]+$/);
      expect(findingQuery(`${first} ${last}`)).toMatch(/^[A-Za-z0-9$'&|() ]+$/);
    }),
  );
});

test('of a name without a letter there is nothing to find', () => {
  expect(findingQuery('')).toBeNull();
});

test('names of one word are found among such names, and among two words that may be one', () => {
  expect(listedKeys('SOLENAME')).toContain('1');
  expect(listedKeys('HASSAN SOLENAME')).not.toContain('1');
  expect(listedKeys('HASSAN SOLENAME')).toContain('2');
  expect(findingQuery('SOLENAME')).toMatch(/^\('1' & /);
});
