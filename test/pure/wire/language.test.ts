import { languageSchema } from '../../../shared/domain/applicant/language';

it.each([
  ['en', 'en'],
  ['PT-br', 'pt-BR'],
  ['zh-hant', 'zh-Hant'],
  ['zh-Hant-tw', 'zh-Hant-TW'],
  ['es-419', 'es-419'],
  ['iw', 'he'],
])('%s is kept as %s', (sent, kept) => {
  expect(languageSchema.parse(sent)).toBe(kept);
});

it.each([
  '',
  'e',
  'english',
  'en_US',
  'en-US-',
  'x-jane-doe',
  'en-x-jane-doe',
  'en-u-ca-gregory',
  'de-1901',
  'en-US\n',
])('%j, which names no language or could name more than one, is refused', (sent) => {
  expect(languageSchema.safeParse(sent).success).toBe(false);
});
