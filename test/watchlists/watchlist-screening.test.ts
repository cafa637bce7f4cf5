import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import type { ExtractedData } from '../../shared/domain/checks/extracted-data';
import { watchlistSources } from '../../shared/domain/watchlists/watchlist-source';
import { setRecordStage, type RecordStage, type Somebody } from '../checks/records/record-stage';
import { fixture } from './fixture';

let stage: RecordStage;
beforeAll(async () => {
  stage = await setRecordStage();
  await stage.db.deleteFrom('watchlists').execute();
});
afterAll(() => stage.stop());

async function screened(
  somebody: Somebody,
  config: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const session = await stage.judging(somebody);
  const { status, reasons } = await stage.run(session, 'watchlist_screening', config);
  return [status, ...reasons];
}

const read = (first_name: string, last_name: string, date_of_birth: string | null): Somebody => ({
  extracted: { first_name, last_name, date_of_birth } satisfies Partial<ExtractedData>,
});

test('while nothing is loaded the check is skipped, and says why', async () => {
  const session = await stage.judging(read('IVO RADOMIR', 'MUELLERSTEIN', '1965-03-15'));
  const outcome = await stage.run(session, 'watchlist_screening');
  expect(outcome).toMatchObject({ status: 'skipped', reasons: ['no_lists_loaded'], score: null });
});

test('a list that is named and not loaded clears nobody, and the others still hit', async () => {
  await loadWatchlist({ db: stage.db, clock: () => new Date() }, 'un', await fixture('un'));
  const config = { lists: ['un', 'eu'] };
  expect(await screened(read('NOOR', 'VOORBEELD', '1965-03-15'), config)).toEqual([
    'skipped',
    'no_lists_loaded',
  ]);
  expect(await screened(read('HASIM', 'TASNIDI', '1970-02-01'), config)).toEqual([
    'failed',
    'watchlist_hit',
  ]);
});

describe('with the four lists loaded', () => {
  beforeAll(async () => {
    const deps = { db: stage.db, clock: () => new Date() };
    for (const source of watchlistSources) await loadWatchlist(deps, source, await fixture(source));
  });

  test.each([
    ['as on the list', read('IVO RADOMIR', 'MÜLLERSTEIN', '1965-03-15')],
    ['as a machine-readable zone has it', read('IVO RADOMIR', 'MUELLERSTEIN', '1965-03-15')],
    ['without its accents', read('IVO RADOMIR', 'MULLERSTEIN', '1965-03-15')],
    ['without the middle name', read('IVO', 'MUELLERSTEIN', '1965-03-15')],
    ['with another middle name', read('IVO GEORG', 'MUELLERSTEIN', '1965-03-15')],
    ['with given and family name swapped', read('MUELLERSTEIN', 'IVO RADOMIR', '1965-03-15')],
    ['with a letter wrong', read('IVO RADOMIR', 'MUELLERSTEEN', '1965-03-15')],
    ['by an alias', read('RADOMIR', 'PETROVSKOV', '1965-03-15')],
    ['in the script of the list', read('Сергій', 'Вигаданко', '1971-04-28')],
    ['in another transliteration', read('SERHII', 'VYHADANKO', '1971-04-28')],
    ['with an article more', read('HASHIM', 'AL TASNIDI', '1970-02-01')],
    ['with one name only', read('', 'SOLENAME', '1970-02-01')],
  ])('somebody is found %s', async (_name, somebody) => {
    expect(await screened(somebody)).toEqual(['failed', 'watchlist_hit']);
  });

  test.each([
    ['another name', read('NOOR', 'VOORBEELD', '1965-03-15')],
    ['only the family name', read('ADELHEID', 'TASNIDI', '1970-02-01')],
    ['the name of a listed organisation', read('INVENTED', 'FRONT', '1970-02-01')],
    ['a name like it, and a birth decades away', read('IVO', 'MUELLERSTEEN', '2001-03-15')],
  ])('who has %s is not', async (_name, somebody) => {
    expect(await screened(somebody)).toEqual(['passed']);
  });

  test('the very name with a birth decades away passes with a reason, and is in the evidence', async () => {
    const session = await stage.judging(read('IVO RADOMIR', 'MUELLERSTEIN', '2001-03-15'));
    expect(await stage.run(session, 'watchlist_screening')).toMatchObject({
      status: 'passed',
      reasons: ['watchlist_birth_contradicts'],
    });
    expect(await stage.evidence(session, 'watchlist_screening')).toMatchObject({
      hits: [],
      near_hits: [{ entry_id: '90001', is_hit: false, birth: 'contradicts', name_similarity: 1 }],
    });
  });

  test('at a threshold that is low enough a contradicting birth leaves a hit', async () => {
    const somebody = read('IVO RADOMIR', 'MUELLERSTEIN', '2001-03-15');
    expect(await screened(somebody, { threshold: 0.5 })).toEqual(['failed', 'watchlist_hit']);
  });

  test('a list that was loaded with other keys clears nobody', async () => {
    const somebody = read('NOOR', 'VOORBEELD', '1965-03-15');
    expect(await screened(somebody, { lists: ['un', 'eu'] })).toEqual(['passed']);
    await stage.db
      .updateTable('watchlists')
      .set({ keys_version: '' })
      .where('source', '=', 'eu')
      .execute();
    expect(await screened(somebody, { lists: ['un', 'eu'] })).toEqual([
      'skipped',
      'no_lists_loaded',
    ]);
    // Not even where all that are loaded were asked for: it is one of them.
    expect(await screened(somebody)).toEqual(['skipped', 'no_lists_loaded']);
    // The same file is loaded again for it.
    const deps = { db: stage.db, clock: () => new Date() };
    expect((await loadWatchlist(deps, 'eu', await fixture('eu'))).result).toBe('loaded');
    expect(await screened(somebody, { lists: ['un', 'eu'] })).toEqual(['passed']);
  });

  test.each([
    ['with its family name romanised otherwise', read('SERGEI', 'VIGADANKO', '1971-04-28')],
    ['with a letter of each name wrong', read('HASYM', 'TASNUDI', '1970-02-01')],
    ['with its words as one', read('HASIMTASNIDI', '', '1970-02-01')],
    ['with day and month of birth exchanged', read('HASIM', 'TASNIDI', '1970-01-02')],
    ['with two figures of the birth exchanged', read('IVO RADOMIR', 'MUELLERSTEIN', '1956-03-15')],
  ])('somebody is found %s, too', async (_name, somebody) => {
    expect(await screened(somebody)).toEqual(['failed', 'watchlist_hit']);
  });

  test.each([
    ['within a range of the list', read('HASIM', 'TASNIDI', '1964-06-01')],
    ['a year beside one', read('HASIM', 'TASNIDI', '1971-12-31')],
    ['unknown', read('HASIM', 'TASNIDI', null)],
    ['unknown to the list', read('AMARO', 'VELLINGTON', '1999-01-01')],
  ])('a date of birth that is %s keeps the hit', async (_name, somebody) => {
    expect(await screened(somebody)).toEqual(['failed', 'watchlist_hit']);
  });

  test('without a document, what was typed or known beforehand is screened', async () => {
    const typed = { first_name: 'Hasim', last_name: 'Tasnidi', date_of_birth: '1970-02-01' };
    const hit = ['failed', 'watchlist_hit'];
    expect(await screened({ typed })).toEqual(hit);
    expect(await screened({ fields: typed })).toEqual(hit);
    expect(await screened({ fields: { full_name: 'Hasim Tasnidi' } })).toEqual(hit);
    expect(await screened({})).toEqual(['skipped', 'input_missing']);
  });

  test('the threshold and the lists are the configuration’s to choose', async () => {
    const somebody = read('HASIM', 'TASNADY', '1970-02-01');
    expect(await screened(somebody, { threshold: 0.95 })).toEqual(['passed']);
    expect(await screened(somebody, { threshold: 0.5 })).toEqual(['failed', 'watchlist_hit']);
    expect(await screened(somebody, { threshold: 0.5, lists: ['eu', 'uk'] })).toEqual(['passed']);
    expect(await screened(somebody, { threshold: 0.5, lists: ['un'] })).toEqual([
      'failed',
      'watchlist_hit',
    ]);
  });

  test('the evidence names list, version, entry and likeness; the score is what is left of it', async () => {
    const session = await stage.judging(read('HASHIM', 'AL-TASNIDI', '1970-02-01'));
    const outcome = await stage.run(session, 'watchlist_screening');
    expect(outcome.score).toBeCloseTo(0);
    expect(await stage.evidence(session, 'watchlist_screening')).toMatchObject({
      lists: watchlistSources.map((source) => ({ source })).sort(bySource),
      hits: [
        {
          source: 'un',
          entry_id: '6900001',
          name: 'HASIM BAHRUN TASNIDI',
          matched_name: 'Hashim al-Tasnidi',
          is_alias: true,
          quality: 'strong',
          similarity: 1,
          birth: 'same',
          list_published_on: '2026-11-18',
        },
      ],
    });
  });

  test('redaction leaves nothing of the hits', async () => {
    const session = await stage.judging(read('HASIM', 'TASNIDI', '1970-02-01'));
    await stage.run(session, 'watchlist_screening');
    await stage.redact(session);
    expect(await stage.evidence(session, 'watchlist_screening')).toBeNull();
  });
});

function bySource(a: { source: string }, b: { source: string }): number {
  return a.source < b.source ? -1 : 1;
}
