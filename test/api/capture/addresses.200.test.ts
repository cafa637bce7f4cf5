import { isId } from '../../../shared/domain/ids';
import { startApi, type RunningApi } from '../running-api';
import { atDocument, newLink, type CaptureLink } from './capture-link';

let api: RunningApi;
let isLookedUp = true;
beforeAll(async () => {
  const facts = { country: 'NL', torExit: false, datacenter: true };
  api = await startApi({
    worker: true,
    deps: { lookUpAddress: () => (isLookedUp ? facts : null) },
  });
});
beforeEach(() => {
  isLookedUp = true;
});
afterAll(() => api.stop());

function addressesOf({ id }: CaptureLink) {
  if (!isId('session', id)) throw new Error('no session');
  return api.db.selectFrom('session_addresses').selectAll().where('session_id', '=', id).execute();
}

it('an address that a capture stays at is one row, and its last step moves when it was seen last', async () => {
  const link = await newLink(api);
  await atDocument(link);
  const [first, ...others] = await addressesOf(link);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ country: 'NL', datacenter: true, capture: 1 });
  const json = { document_type: 'passport', country: 'NL' };
  expect((await link.post('document-type', { json })).status).toBe(200);
  const [again, ...more] = await addressesOf(link);
  expect(more).toEqual([]);
  expect(again?.first_seen_at).toEqual(first?.first_seen_at);
  expect(again?.last_seen_at.getTime()).toBeGreaterThan(first?.last_seen_at.getTime() ?? Infinity);
});

it('where nothing is known of addresses none is kept', async () => {
  isLookedUp = false;
  const link = await newLink(api);
  await atDocument(link);
  expect(await addressesOf(link)).toEqual([]);
});

it('of a session that was redacted meanwhile no address is kept', async () => {
  const link = await newLink(api);
  await atDocument(link);
  expect(await addressesOf(link)).toHaveLength(1);
  expect((await api.ask('DELETE', `/api/v1/sessions/${link.id}/data`)).status).toBe(200);
  const json = { document_type: 'passport', country: 'NL' };
  expect((await link.post('document-type', { json })).status).not.toBe(200);
  expect(await addressesOf(link)).toEqual([]);
});
