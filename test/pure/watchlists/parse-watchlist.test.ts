import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { parseWatchlist } from '../../../activities/watchlists/parse/parse-watchlist';
import type { WatchlistEntry } from '../../../shared/domain/watchlists/watchlist';
import {
  watchlistSources,
  type WatchlistSource,
} from '../../../shared/domain/watchlists/watchlist-source';
import { fixture } from '../../watchlists/fixture';

async function* pieces(file: Buffer, bytes: number): AsyncIterable<Uint8Array> {
  for (let from = 0; from < file.length; from += bytes) {
    yield await Promise.resolve(file.subarray(from, from + bytes));
  }
}

async function read(source: WatchlistSource, file: Buffer, bytes = 64 * 1024) {
  const entries: WatchlistEntry[] = [];
  const { publishedOn } = await parseWatchlist(source, pieces(file, bytes), (some) => {
    entries.push(...some);
    return Promise.resolve();
  });
  return { publishedOn, entries };
}

const parsed = async (source: WatchlistSource) => read(source, await fixture(source));

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

test.each(watchlistSources)(
  'a file of %s says the same in pieces of any size, letters of several bytes cut apart',
  async (source) => {
    const whole = await parsed(source);
    for (const bytes of [1, 7, 64, 1_000]) {
      expect(await read(source, await fixture(source), bytes)).toEqual(whole);
    }
  },
);

test('what the format has no name for is searched like people, until somebody has looked', async () => {
  const file = (await fixture('ofac_sdn')).toString().replace('>Vessel<', '>Syndicate<');
  const { entries } = await read('ofac_sdn', Buffer.from(file));
  expect(entries.at(-1)).toMatchObject({ entryId: '00090003', kind: 'person' });
});

test('EU: a day of another calendar is none of ours, and clears nobody', async () => {
  const file = (await fixture('eu')).toString().replace('"GREGORIAN"', '"ISLAMIC"');
  const { entries } = await read('eu', Buffer.from(file));
  expect(entries[0]).toMatchObject({ entryId: '7001', births: [] });
});

test('UK: the kind of a name is understood in any case, and a variation is an alias', async () => {
  const file = (await fixture('uk'))
    .toString()
    .replace('>Primary Name<', '>Primary name<')
    .replace('>Alias<', '>Primary name variation<');
  const { entries } = await read('uk', Buffer.from(file));
  expect(entries[0]?.names.map(({ name, isAlias }) => [name, isAlias])).toEqual([
    ['DORU ANGHEL INVENTESCU', false],
    ['Doru the Tall', true],
    ['Дору Инвентеску', true],
  ]);
});

test('UN: several aliases in one element are several', async () => {
  const file = (await fixture('un'))
    .toString()
    .replace('>Hashim al-Tasnidi<', '>Hashim al-Tasnidi; Abu Hashim<');
  const { entries } = await read('un', Buffer.from(file));
  expect(entries[0]?.names.map(({ name }) => name)).toContain('Abu Hashim');
});

describe.each(watchlistSources)('a file of %s is refused whole, by its name,', (source) => {
  const refusal = async (file: Buffer | string): Promise<unknown> => {
    try {
      return await read(source, Buffer.from(file));
    } catch (cause) {
      return cause instanceof VerifaError ? [cause.code, cause.detail.includes(source)] : cause;
    }
  };

  test('when it breaks off', async () => {
    const file = await fixture(source);
    expect(await refusal(file.subarray(0, file.length - 40))).toEqual(['watchlist_invalid', true]);
  });

  test('when it is another list', async () => {
    const other = await fixture(source === 'eu' ? 'un' : 'eu');
    expect(await refusal(other)).toEqual(['watchlist_invalid', true]);
  });

  test.each([
    ['is a web page', '<!DOCTYPE html><html></html>'],
    ['is empty', ''],
    ['is no text', Buffer.from([0xff, 0xfe, 0x3c, 0x61])],
    ['declares entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['uses an entity nobody declared', '<a>&b;</a>'],
    ['goes on behind its end', '<a/><a/>'],
    ['nests without end', '<a>'.repeat(100)],
    ['has a text without end', `<a>${'b'.repeat(2_000_000)}</a>`],
  ])('when it %s', async (_name, file) => {
    expect(await refusal(file)).toEqual(['watchlist_invalid', true]);
  });

  test('when an entry stands there twice, or is missing its id or its name', async () => {
    const text = (await fixture(source)).toString();
    for (const [found, instead] of spoilt[source]) {
      expect(text).toContain(found);
      expect(await refusal(text.replace(found, instead))).toEqual(['watchlist_invalid', true]);
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
