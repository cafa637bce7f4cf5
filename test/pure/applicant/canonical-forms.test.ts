import fc from 'fast-check';
import { canonicalItem } from '../../../shared/lists/item-kind';
import { listItemKinds } from '../../../shared/domain/lists/list-item-kind';
import { canonicalEmail, canonicalPhone } from '../../../shared/applicant/canonical-contact';
import {
  canonicalDay,
  canonicalDocument,
  canonicalDocumentNumber,
} from '../../../shared/domain/canonical-document';
import { canonicalNetwork, networksOf } from '../../../shared/applicant/canonical-network';
import { foldName } from '../../../shared/domain/names/fold-name';

describe('e-mail', () => {
  test.each([
    ['Some.One@Example.ORG', 'some.one@example.org'],
    ['some.one+shop@example.org', 'some.one@example.org'],
    ['s.o.m.e+x@googlemail.com', 'some@gmail.com'],
    ['someone@bücher.example', 'someone@xn--bcher-kva.example'],
    ['no address', null],
    ['@example.org', null],
    ['+tag@example.org', null],
    ['someone@localhost', null],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalEmail(text)).toBe(canonical);
  });
});

describe('phone', () => {
  test.each([
    ['+31 6 1234 5678', null, '+31612345678'],
    ['06-12345678', 'NL', '+31612345678'],
    ['0031612345678', 'NL', '+31612345678'],
    ['06-12345678', null, null],
    ['12', 'NL', null],
    ['not a number', 'NL', null],
  ])('%s in %s is %s', (text, country, canonical) => {
    expect(canonicalPhone(text, country)).toBe(canonical);
  });
});

describe('document number', () => {
  test.each([
    ['ab 12-34', 'AB1234'],
    ['SPX015127<<', 'SPX015127'],
    ['№', 'NO'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalDocumentNumber(text)).toBe(canonical);
  });

  test('with its issuer in any spelling of the state', () => {
    for (const state of ['D', 'DE', 'DEU', 'deu']) {
      expect(canonicalDocument('L01X 00T47', state)).toBe('DEU:L01X00T47');
    }
    expect(canonicalDocument('--', 'DE')).toBeNull();
  });
});

describe('day', () => {
  test.each([
    ['1990-03-10', '1990-03-10'],
    ['1990-03-10T00:00:00Z', '1990-03-10'],
    ['2023-02-29', null],
    ['10.03.1990', null],
    ['', null],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalDay(text)).toBe(canonical);
  });
});

describe('network', () => {
  test.each([
    ['198.51.100.77', '198.51.100.77/32'],
    ['198.51.100.77/24', '198.51.100.0/24'],
    ['::ffff:198.51.100.77', '198.51.100.77/32'],
    ['2001:db8::1/33', '2001:db8::/33'],
    ['198.51.100.77/33', null],
    ['198.51.100.77/-1', null],
    ['example.org', null],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalNetwork(text)).toBe(canonical);
  });

  test('every range that holds an address is among its ranges, and no other', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.nat(32), (address, other, length) => {
        const range = canonicalNetwork(`${other}/${String(length)}`);
        const holds = bits(address).slice(0, length) === bits(other).slice(0, length);
        expect(networksOf(address).includes(range ?? '')).toBe(holds);
      }),
    );
  });
});

function bits(address: string): string {
  return address
    .split('.')
    .map((byte) => Number(byte).toString(2).padStart(8, '0'))
    .join('');
}

describe('any text', () => {
  const written = listItemKinds.filter((kind) => kind !== 'face');

  test('has a canonical form that stays as it is, or none, for each kind of item', () => {
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.string({ unit: 'grapheme' }), (kind, text) => {
        const once = canonicalItem(kind, text);
        if (once !== null) expect(canonicalItem(kind, once)).toBe(once);
      }),
    );
  });

  test('folds to words of A to Z', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(text)).toMatch(/^([A-Z]+( [A-Z]+)*)?$/);
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });

  test('as a document number loses nothing but what is no letter and no digit', () => {
    const plain = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
    fc.assert(
      fc.property(plain, fc.nat(11), fc.constantFrom(' ', '-', '<', '.'), (number, at, filler) => {
        const spaced = `${number.slice(0, at)}${filler}${number.slice(at)}`.toLowerCase();
        expect(canonicalDocumentNumber(spaced)).toBe(number);
      }),
    );
  });
});

describe('an item of a list', () => {
  test.each([
    ['name', 'Lee, Ann', 'ANN LEE'],
    ['name', '—', null],
    ['name_dob', 'Ann Lee 1990-01-31', 'ANN LEE|1990-01-31'],
    ['name_dob', 'Lee, Ann; 1990-01-31', 'ANN LEE|1990-01-31'],
    ['name_dob', 'Ann Lee', null],
    ['document_number', 'nl: spx-015127', 'NLD:SPX015127'],
    ['document_number', 'SPX015127', 'SPX015127'],
    ['document_number', 'nowhere:1', null],
    ['email_domain', '@Example.org', 'example.org'],
    ['email_domain', 'org', null],
    ['country', 'nl', 'NLD'],
    ['country', 'Atlantis', null],
    ['device', ' abc ', 'abc'],
  ] as const)('%s: %s is %s', (kind, text, canonical) => {
    expect(canonicalItem(kind, text)).toBe(canonical);
  });
});
