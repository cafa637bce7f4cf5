import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mergeTexts, type Texts } from '../../../../services/console/build/check-texts';
import { withOwnWords } from '../../../../services/console/capture/own-words';
import { createTranslate } from '../../../../services/console/capture/texts';
import { directionOf } from '../../../../services/console/shared/translate';
import { consentVersion } from '../../../../shared/domain/organization/settings';

const source = join(__dirname, '../../../../services/console/capture');
const languages = readdirSync(join(source, 'texts'));

test('values take the place of their names, once each, and are never read as names themselves', () => {
  const t = createTranslate('en', { 'start.text': '{organization} needs {organization}.' });
  expect(t('start.text', { organization: 'Nordbank' })).toBe('Nordbank needs Nordbank.');
  expect(t('start.text', { organization: '{minutes}', minutes: 3 })).toBe(
    '{minutes} needs {minutes}.',
  );
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(t('start.text', { organization: name })).toBe(`${name} needs ${name}.`);
    }),
  );
});

test('a count takes the form that its language has for it', () => {
  const forms = { one: '{count} minuta', few: '{count} minuty', many: '{count} minut' };
  const t = createTranslate('pl', { 'start.minutes': { ...forms, other: '{count} minuty' } });
  expect([1, 3, 5].map((count) => t('start.minutes', { count }))).toEqual([
    '1 minuta',
    '3 minuty',
    '5 minut',
  ]);
});

test('whoever has no name begins a sentence with a capital, and a company is written as it writes itself', () => {
  const t = createTranslate('en', {
    'frame.somebody': 'the company',
    'start.text': 'Ask {organization}. {organization} knows.',
  });
  expect(t('start.text', { organization: t('frame.somebody') })).toBe(
    'Ask the company. The company knows.',
  );
  expect(t('start.text', { organization: 'eShop' })).toBe('Ask eShop. eShop knows.');
});

test('a key that a file lacks shows itself instead of nothing', () => {
  expect(createTranslate('en', {})('start.go')).toBe('start.go');
});

test('Arabic and Hebrew run from right to left, in any region', () => {
  expect(['ar', 'ar-EG', 'he'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl']);
  expect(['en', 'tr', 'uk-UA'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
});

test('a name keeps its own direction in a sentence that runs from right to left, and only there', () => {
  const texts = { 'start.text': '{organization}: {count}' };
  const values = { organization: 'Nordbank Inc.', count: 3 };
  expect(createTranslate('ar', texts)('start.text', values)).toBe('\u2068Nordbank Inc.\u2069: 3');
  expect(createTranslate('he-IL', texts)('start.text', values)).toContain(
    '\u2068Nordbank Inc.\u2069',
  );
  expect(createTranslate('tr', texts)('start.text', values)).toBe('Nordbank Inc.: 3');
});

test.each(languages)(
  '%s asks for the consent that English asks for, by the same version',
  (language) => {
    expect(entriesOf(language).get('consent.version')).toBe(entriesOf('en').get('consent.version'));
  },
);

test.each(languages)(
  '%s points nowhere by an arrow, which a mirrored page would turn round',
  (language) => {
    const sentences = [...entriesOf(language).values()].flatMap((text) =>
      typeof text === 'string' ? [text] : Object.values(text),
    );
    expect(sentences.filter((sentence) => /[\u2190-\u21ff\u27a1]/.test(sentence))).toEqual([]);
  },
);

test.each(languages)('%s names a version of its consent that the server takes', (language) => {
  const content = readFileSync(join(source, 'texts', language, 'steps.json'), 'utf8');
  const version = (JSON.parse(content) as Record<string, unknown>)['consent.version'];
  expect(version).toMatch(/^\d{4}-\d{2}$/);
  expect(`${language}-${String(version)}`).toMatch(consentVersion);
});

test('every English sentence is said somewhere', () => {
  const code = [...sourcesOf(source), ...sourcesOf(join(source, '../shared'))].join('\n');
  const all = readdirSync(join(source, 'texts/en')).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(source, 'texts/en', file), 'utf8')) as object),
  );
  // Keys of the page that the server writes, and those that are put together from a part that varies.
  const unsaid = all.filter((key) => !key.startsWith('page_') && !isSaid(code, key));
  expect(unsaid).toEqual([]);
});

test('an organisation words what it may in its language, and all the rest stays ours', () => {
  const t = createTranslate('en', { 'start.title': 'Ours', 'consent.agree': 'I agree' });
  const own = { en: { 'expect.title': 'Theirs', 'consent.agree': 'Yes to everything' } };
  const theirs = withOwnWords(t, 'en', own);
  expect(theirs('start.title')).toBe('Theirs');
  expect(theirs('consent.agree')).toBe('I agree');
  expect(withOwnWords(t, 'de', own)('start.title')).toBe('Ours');
});

test('the consent names who asks wherever it says what for', () => {
  const english = readFileSync(join(source, 'texts/en/steps.json'), 'utf8');
  const texts = new Map(Object.entries(JSON.parse(english) as Record<string, unknown>));
  for (const key of ['consent.text', 'consent.why_text', 'consent.pictures_face']) {
    expect(texts.get(key)).toMatch(/\{organization\}/);
  }
});

function entriesOf(language: string): Texts['entries'] {
  const folder = join(source, 'texts', language);
  const files = readdirSync(folder).map((name) => ({
    name,
    content: readFileSync(join(folder, name), 'utf8'),
  }));
  return mergeTexts(language, files).entries;
}

/** As a whole, or by what stands before the part that varies: `t(`end.${ending}.title`)`. */
function isSaid(code: string, key: string): boolean {
  if (code.includes(`'${key}'`) || code.includes(`"${key}"`)) return true;
  const parts = key.split(/(?<=[._])/);
  return parts.some((_, index) => {
    const before = parts.slice(0, index).join('');
    return before !== '' && code.includes(`\`${before}\${`);
  });
}

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'texts' ? [] : sourcesOf(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}
