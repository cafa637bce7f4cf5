import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { searchWatchlists } from '../../activities/watchlists/search-watchlists';
import { setRecordStage, type RecordStage } from '../checks/records/record-stage';

let stage: RecordStage;
beforeAll(async () => {
  stage = await setRecordStage();
  await stage.db.deleteFrom('watchlists').execute();
  const listed = [
    ['Dos', 'B.'],
    ['Al', 'Kharrufi'],
    ['Ben', 'Ovidescu'],
  ];
  const entries = listed.map(
    ([given = '', family = ''], at) => `<sdnEntry><uid>${String(at + 1)}</uid>
<firstName>${given}</firstName><lastName>${family}</lastName><sdnType>Individual</sdnType>
<programList><program>MADEUP</program></programList></sdnEntry>`,
  );
  const file = Buffer.from(`<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">
<publshInformation><Publish_Date>11/20/2026</Publish_Date><Record_Count>${String(listed.length)}</Record_Count></publshInformation>
${entries.join('\n')}</sdnList>`);
  await loadWatchlist({ db: stage.db, clock: () => new Date() }, 'ofac_sdn', file);
});
afterAll(() => stage.stop());

async function found(name: string): Promise<readonly string[]> {
  const query = { names: [name], dateOfBirth: null, threshold: 0.6, lists: null };
  const { hits } = await searchWatchlists(stage.db, query);
  return hits.map(({ entryId }) => entryId);
}

test.each([
  ['Dos B.', '1'],
  ['B. Dos', '1'],
  ['Dos Adelbert B.', '1'],
  ['Kharrufi Al', '2'],
])('%s is found: a word that elsewhere is a particle may be the given name', async (name, id) => {
  expect(await found(name)).toEqual([id]);
});

test.each(['Dos Santos', 'Adelbert B.', 'Al Adelbert', 'Ben Adelbert'])(
  '%s shares no more than a particle or an initial with anybody, and is not found',
  async (name) => {
    expect(await found(name)).toEqual([]);
  },
);
