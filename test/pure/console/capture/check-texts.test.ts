import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flawsOf, mergeTexts, type Texts } from '../../../../services/console/build/check-texts';

const folder = join(__dirname, '../../../../services/console/capture/texts');

function languageOf(tag: string): Texts {
  const files = readdirSync(join(folder, tag));
  return mergeTexts(
    tag,
    files.map((name) => ({ name, content: readFileSync(join(folder, tag, name), 'utf8') })),
  );
}

const texts = (tag: string, content: unknown): Texts =>
  mergeTexts(tag, [{ name: 'frame', content: JSON.stringify(content) }]);

const english = texts('en', {
  title: 'Hello, {name}',
  left: { one: 'One minute left', other: '{count} minutes left' },
});

it.each(readdirSync(folder))('%s has every text that English has, with its placeholders', (tag) => {
  const language = languageOf(tag);
  expect(language.entries.size).toBeGreaterThan(0);
  expect(flawsOf(languageOf('en'), language)).toEqual([]);
});

it('a language that says all of it, in the forms that it counts in, has no flaw', () => {
  const polish = texts('pl', {
    title: '{name}, witaj',
    left: {
      one: 'Została minuta',
      few: 'Zostały {count} minuty',
      many: 'Zostało {count} minut',
      other: 'Zostało {count} minuty',
    },
  });
  expect(flawsOf(english, polish)).toEqual([]);
});

it.each([
  ['a missing key', { left: { one: 'a', other: '{count}' } }, ['de: title is missing']],
  [
    'a missing placeholder',
    { title: 'Hallo', left: { one: 'a', other: '{count}' } },
    ['de: title lacks {name}'],
  ],
  [
    'a placeholder that nobody fills',
    { title: 'Hallo {name} {nam}', left: { one: 'a', other: '{count}' } },
    ['de: title has {nam}, which nobody fills'],
  ],
  [
    'a key that the page does not have',
    { title: '{name}', titel: 'x', left: { one: 'a', other: '{count}' } },
    ['de: titel is no text of the page'],
  ],
  [
    'a form that it counts in',
    { title: '{name}', left: { other: '{count}' } },
    ['de: left lacks the form "one"'],
  ],
  [
    'a form that it never uses',
    { title: '{name}', left: { one: 'a', few: 'b', other: '{count}' } },
    ['de: left has the form "few", never used'],
  ],
  [
    'one sentence in the place of counted ones',
    { title: '{name}', left: '{count}' },
    ['de: left is counted in one language and not in the other'],
  ],
])('names language and key of %s', (_name, content, flaws) => {
  expect(flawsOf(english, texts('de', content))).toEqual(flaws);
});

it.each([
  ['no JSON', [{ name: 'frame', content: '{"a":' }], 'de/frame: is no JSON'],
  ['an empty text', [{ name: 'frame', content: '{"a":""}' }], /^de\/frame: a: /],
  ['a list', [{ name: 'frame', content: '{"a":[]}' }], /^de\/frame: a: /],
  [
    'a key in two files',
    [
      { name: 'frame', content: '{"a":"x"}' },
      { name: 'steps', content: '{"a":"y"}' },
    ],
    'de/steps: a stands in another file too',
  ],
])('refuses %s, naming the file', (_name, files, detail) => {
  expect(() => mergeTexts('de', files)).toThrow(detail);
});
