import fc from 'fast-check';
import { isWebOrigin } from '../../../shared/domain/organization/web-origin';

it.each([
  'https://shop.example',
  'https://xn--bcher-kva.example',
  'https://a_b.shop.example:8443',
  'http://localhost:5173',
  'http://192.168.1.5',
  'https://[::1]:3000',
  `https://${'a'.repeat(63)}.example`,
])('%s is the origin of a site', (origin) => {
  expect(isWebOrigin(origin)).toBe(true);
});

it.each([
  ['everybody', 'https://*'],
  ['every shop', 'https://*.example'],
  ['the end of the list', 'https://a;sandbox'],
  ['another policy', 'https://a,b'],
  ['a keyword', "https://'self'"],
  ['two', 'https://a.example https://b.example'],
  ['no site', 'null'],
  ['nothing', ''],
  ['a page', 'https://a.example/'],
  ['a user', 'https://u@a.example'],
  ['an app', 'ftp://a.example'],
  ['a socket', 'wss://a.example'],
  ['a script', 'javascript:alert(1)'],
  ['a name as people write it', 'https://bücher.example'],
  ['another case', 'https://Shop.example'],
  ['a port that goes without saying', 'https://a.example:443'],
  ['an end that browsers keep', 'https://a.example.'],
  ['a label too long', `https://${'a'.repeat(64)}.example`],
  ['a name too long', `https://${'a.'.repeat(127)}example`],
])('%s is none: %s', (_what, origin) => {
  expect(isWebOrigin(origin)).toBe(false);
});

it('whatever is taken is one word of a list, and ends neither the list nor the header', () => {
  const sign = fc.constantFrom(
    'a',
    'b',
    '1',
    '.',
    '-',
    '*',
    ';',
    ',',
    "'",
    '"',
    ' ',
    '(',
    ')',
    '$',
    '&',
    '+',
    '=',
    '!',
    '~',
    '/',
    ':',
    '\t',
    '\n',
  );
  const host = fc.string({ unit: sign, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom('https://', 'http://'), host, (scheme, name) => {
      const isOneWord = /^[a-z0-9._:[\]-]+$/.test(name);
      expect(isOneWord || !isWebOrigin(`${scheme}${name}`)).toBe(true);
    }),
  );
});
