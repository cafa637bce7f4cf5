import { VerifaError } from '../../../shared/errors/verifa-error';
import { parseWatchlist } from '../../../shared/watchlists/parse-watchlist';
import type { Watchlist } from '../../../shared/watchlists/watchlist';
import {
  watchlistSources,
  type WatchlistSource,
} from '../../../shared/watchlists/watchlist-source';
import { fixture } from '../../watchlists/fixture';

const parsed = async (source: WatchlistSource): Promise<Watchlist> =>
  parseWatchlist(source, await fixture(source));

test('OFAC: names in their parts, weak aliases, ranges of birth, ids as printed', async () => {
  const list = await parsed('ofac_sdn');
  expect(list.publishedOn).toBe('2026-11-20');
  const [person, , vessel] = list.entries;
  expect(person).toEqual({
    entryId: '90001',
    kind: 'person',
    names: [
      {
        name: 'Ivo Radomir MÜLLERSTEIN',
        given: 'Ivo Radomir',
        family: 'MÜLLERSTEIN',
        isAlias: false,
        quality: 'strong',
      },
      {
        name: 'Radomir & Ivo PETROVSKOV',
        given: 'Radomir & Ivo',
        family: 'PETROVSKOV',
        isAlias: true,
        quality: 'strong',
      },
      { name: 'THE BAKER', given: null, family: 'THE BAKER', isAlias: true, quality: 'weak' },
    ],
    programs: ['EXAMPLE1', 'EXAMPLE2'],
    births: [
      { from: '1965-03-15', to: '1965-03-15' },
      { from: '1964-01-01', to: '1969-12-31' },
    ],
    countries: ['Utopia'],
  });
  expect(vessel).toMatchObject({ entryId: '00090003', kind: 'entity', births: [] });
});

test('of a date that cannot be understood nothing is known: the others clear nobody', async () => {
  const { entries } = await parsed('ofac_sdn');
  expect(entries[1]).toMatchObject({ entryId: '90002', births: [] });
});

test('EU: names in both scripts, circa and year ranges, no country 00', async () => {
  const list = await parsed('eu');
  expect(list.publishedOn).toBe('2026-11-19');
  const [person, enterprise] = list.entries;
  expect(person).toMatchObject({
    entryId: '7001',
    kind: 'person',
    programs: ['XMP'],
    births: [
      { from: '1971-04-28', to: '1971-04-28' },
      { from: '1972-01-01', to: '1976-12-31' },
      { from: '1980-01-01', to: '1982-12-31' },
    ],
    countries: ['UA'],
  });
  expect(person?.names.map(({ name, isAlias, quality }) => [name, isAlias, quality])).toEqual([
    ['Сергій Вигаданко', false, 'strong'],
    ['Serhiy Oleh Vyhadanko', true, 'strong'],
    ['Abu Example', true, 'weak'],
  ]);
  expect(enterprise).toMatchObject({
    kind: 'entity',
    names: [{ name: 'Invented "Trading" LDA' }],
  });
});

test('UN: up to four names, the original script, empty elements, all kinds of dates', async () => {
  const list = await parsed('un');
  expect(list.publishedOn).toBe('2026-11-18');
  const [person, sole, entity] = list.entries;
  expect(person).toMatchObject({
    entryId: '6900001',
    kind: 'person',
    programs: ['Example'],
    births: [
      { from: '1956-01-01', to: '1960-12-31' },
      { from: '1963-01-01', to: '1965-12-31' },
      { from: '1970-02-01', to: '1970-02-01' },
    ],
    countries: ['Utopia'],
  });
  expect(person?.names.map(({ name, quality }) => [name, quality])).toEqual([
    ['HASIM BAHRUN TASNIDI', 'strong'],
    ['Хасим Тасниди', 'strong'],
    ['Hashim al-Tasnidi', 'strong'],
    ['Abu Tasnid', 'weak'],
  ]);
  expect(sole?.names.map(({ name }) => name)).toEqual(['SOLENAME']);
  expect(sole?.births).toEqual([]);
  expect(entity).toMatchObject({ entryId: '6900100', kind: 'entity' });
});

test('UK: the primary name first, partly known dates, ships are no people', async () => {
  const list = await parsed('uk');
  expect(list.publishedOn).toBe('2026-11-17');
  const [person, ship] = list.entries;
  expect(person?.names.map(({ name, isAlias, quality }) => [name, isAlias, quality])).toEqual([
    ['DORU ANGHEL INVENTESCU', false, 'strong'],
    ['Doru the Tall', true, 'weak'],
    ['Дору Инвентеску', true, 'strong'],
  ]);
  expect(person?.births).toEqual([
    { from: '1950-01-01', to: '1950-12-31' },
    { from: '1952-02-01', to: '1952-02-29' },
    { from: '1955-08-27', to: '1955-08-27' },
  ]);
  expect(ship).toMatchObject({ entryId: 'XMP0007', kind: 'entity' });
});

describe.each(watchlistSources)('a file of %s is refused whole, by its name,', (source) => {
  const refusal = (file: Buffer | string): unknown => {
    try {
      return parseWatchlist(source, Buffer.from(file));
    } catch (cause) {
      return cause instanceof VerifaError ? [cause.code, cause.detail.includes(source)] : cause;
    }
  };

  test('when it breaks off', async () => {
    const file = await fixture(source);
    expect(refusal(file.subarray(0, file.length - 40))).toEqual(['watchlist_invalid', true]);
  });

  test('when it is another list', async () => {
    const other = await fixture(source === 'eu' ? 'un' : 'eu');
    expect(refusal(other)).toEqual(['watchlist_invalid', true]);
  });

  test.each([
    ['is a web page', '<!DOCTYPE html><html></html>'],
    ['is empty', ''],
    ['is no text', Buffer.from([0xff, 0xfe, 0x3c, 0x61])],
    ['declares entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ])('when it %s', (_name, file) => {
    expect(refusal(file)).toEqual(['watchlist_invalid', true]);
  });

  test('when an entry stands there twice, or is missing its id or its name', async () => {
    const text = (await fixture(source)).toString();
    for (const [found, instead] of spoilt[source]) {
      expect(text).toContain(found);
      expect(refusal(text.replace(found, instead))).toEqual(['watchlist_invalid', true]);
    }
  });
});

const spoilt: Readonly<Record<WatchlistSource, readonly (readonly [string, string])[]>> = {
  ofac_sdn: [
    ['<uid>90002</uid>', '<uid>90001</uid>'],
    ['<uid>90002</uid>', '<uid/>'],
    ['<lastName>MADE-UP SHIPPING LINES</lastName>', ''],
    ['<Record_Count>3</Record_Count>', '<Record_Count>4</Record_Count>'],
  ],
  eu: [
    ['logicalId="7002"', 'logicalId="7001"'],
    ['logicalId="7002"', ''],
    ['wholeName="Invented &quot;Trading&quot; LDA"', 'wholeName=""'],
  ],
  un: [
    ['<DATAID>6900100</DATAID>', '<DATAID>6900001</DATAID>'],
    ['<DATAID>6900100</DATAID>', ''],
    ['<FIRST_NAME>SOLENAME</FIRST_NAME>', '<FIRST_NAME/>'],
  ],
  uk: [
    ['<UniqueID>XMP0007</UniqueID>', '<UniqueID>XMP0006</UniqueID>'],
    ['<UniqueID>XMP0007</UniqueID>', ''],
    ['<Name6>MV INVENTED</Name6>', '<Name6 />'],
  ],
};
