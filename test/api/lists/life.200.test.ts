import { z } from 'zod';
import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { addFile, addItems, countItems, keyOf, listPath, makeList } from './list-caller';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const page = z.object({
  data: z.array(z.object({ id: z.string(), kind: z.string(), value: z.string().nullable() })),
  pagination: z.object({ next: z.string().nullable() }),
});

async function itemsOf(
  list: string,
  query = '',
  key = api.liveKey,
): Promise<z.output<typeof page>> {
  return page.parse((await api.ask('GET', listPath(`${list}/items${query}`), { key })).body);
}

test('a list is made, listed, renamed, given another action, and deleted with its items', async () => {
  const id = await makeList(api, 'Fraud', 'block');
  const listed = await api.ask('GET', listPath());
  expect(listed.body).toMatchObject({ data: [{ id, name: 'Fraud' }], pagination: { total: 1 } });
  const changed = await api.ask('PATCH', listPath(id), { json: { name: 'Known', action: 'flag' } });
  expect(changed.body).toMatchObject({ id, name: 'Known', action: 'flag', origin: 'api' });
  await addItems(api, id, [{ kind: 'country', value: 'NL' }]);
  expect((await api.ask('DELETE', listPath(id))).status).toBe(204);
  expect((await api.ask('GET', listPath(id))).status).toBe(404);
  const left = await api.db
    .selectFrom('list_items')
    .where('list_id', '=', id)
    .selectAll()
    .execute();
  expect(left).toEqual([]);
});

test('items of JSON: a list is a set, in whatever form they are written', async () => {
  const id = await makeList(api, 'Set');
  const items = [
    { kind: 'phone', values: ['+31 6 1234 5678', '+31612345678'] },
    { kind: 'email', value: 'noor@example.org' },
  ];
  const first = await addItems(api, id, items);
  expect(first.body).toMatchObject({ added: 2, already_present: 1 });
  expect((await addItems(api, id, items)).body).toMatchObject({ added: 0, already_present: 3 });
  expect(await countItems(api, id)).toBe(2);
});

test('items of CSV: a column a kind, empty cells left out; 10,000 lines are taken', async () => {
  const id = await makeList(api, 'File');
  const small = await addFile(api, id, 'email,name\r\na@example.org,"Lee, Ann"\r\n,Bob Ray\r\n');
  expect(small.body).toMatchObject({ added: 3 });
  expect((await itemsOf(id)).data.map(({ value }) => value)).toEqual([
    'a@example.org',
    'Lee, Ann',
    'Bob Ray',
  ]);
  const many = Array.from({ length: 10_000 }, (_, index) => `device-${String(index)}`);
  const large = await addFile(api, id, ['device', ...many].join('\n'));
  expect(large.body).toMatchObject({ added: 10_000 });
});

test('items are read page by page, and one is deleted', async () => {
  const id = await makeList(api, 'Pages');
  await addItems(api, id, [{ kind: 'country', values: ['NL', 'BE', 'DE'] }]);
  const first = await itemsOf(id, '?limit=2');
  const second = await itemsOf(id, `?limit=2&after=${first.pagination.next ?? ''}`);
  expect([...first.data, ...second.data].map(({ value }) => value)).toEqual(['NL', 'BE', 'DE']);
  expect(second.pagination.next).toBeNull();
  const gone = `${id}/items/${second.data[0]?.id ?? ''}`;
  expect((await api.ask('DELETE', listPath(gone))).status).toBe(204);
  expect((await api.ask('DELETE', listPath(gone))).status).toBe(404);
  expect(await countItems(api, id)).toBe(2);
});

test('values are for keys with pii:export, as JSON and as CSV, and each look is in the audit', async () => {
  const id = await makeList(api, 'Sealed');
  await addItems(api, id, [{ kind: 'name', value: 'Lee, "Ann"' }]);
  const reader = await keyOf(api, ['identities:read']);
  const csv = async (key: string): Promise<string> => {
    const headers = { 'X-API-Key': key, Accept: 'text/csv' };
    return (await fetch(`${api.url}${listPath(`${id}/items`)}`, { headers })).text();
  };
  expect((await itemsOf(id, '', reader)).data).toMatchObject([{ kind: 'name', value: null }]);
  expect(await csv(reader)).not.toContain('Ann');
  expect(await csv(api.liveKey)).toContain('"name","Lee, ""Ann"""');
  const audit = await api.db
    .selectFrom('audit')
    .select(['action', 'detail'])
    .where('resource_id', '=', id)
    .orderBy('id')
    .execute();
  expect(audit).toEqual([
    { action: 'list.created', detail: {} },
    { action: 'list.items_added', detail: { count: 1 } },
    { action: 'list.items_exported', detail: { count: 1 } },
  ]);
  expect(api.log()).not.toMatch(/Ann|Sealed/);
});

test('409 for a name that is taken, and for changing the list of reviewers', async () => {
  await makeList(api, 'Taken');
  const other = await makeList(api, 'Other');
  const again = await api.ask('POST', listPath(), { json: { name: 'taken', action: 'allow' } });
  const renamed = await api.ask('PATCH', listPath(other), { json: { name: 'Taken' } });
  for (const { body } of [again, renamed]) {
    expect(body).toMatchObject({ status_code: 409, error: 'list_exists' });
  }
  const review = await makeList(api, 'Of review');
  await api.db.updateTable('lists').set({ origin: 'review' }).where('id', '=', review).execute();
  const weakened = await api.ask('PATCH', listPath(review), { json: { action: 'allow' } });
  const deleted = await api.ask('DELETE', listPath(review));
  for (const { body } of [weakened, deleted]) expect(text(body, 'error')).toBe('list_of_review');
});

test("another environment's key finds neither the list nor its items", async () => {
  const id = await makeList(api, 'Live only');
  for (const path of [id, `${id}/items`]) {
    expect((await api.ask('GET', listPath(path), { key: api.sandboxKey })).status).toBe(404);
  }
});
