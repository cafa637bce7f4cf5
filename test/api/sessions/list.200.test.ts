import { z } from 'zod';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let ids: readonly string[];
let now = new Date('2026-05-01T00:00:00.000Z');
beforeAll(async () => {
  api = await startApi({ deps: { clock: () => now } });
  const made: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    // Two share a moment: the id decides between them.
    now = new Date(Date.UTC(2026, 4, 1 + index - (index % 2)));
    made.push(
      await api.create({
        external_ref: `${index % 2 === 0 ? 'even' : 'odd_%'}-${String(index)}`,
        country: index < 3 ? 'DE' : 'FR',
        tags: index === 4 ? ['vip', 'eu'] : ['eu'],
        expires_in_minutes: 10_080,
      }),
    );
  }
  ids = made;
});
afterAll(() => api.stop());

const page = z.object({
  data: z.array(z.object({ id: z.string() })),
  pagination: z.record(z.string(), z.unknown()),
});

async function list(query: string): Promise<{
  ids: string[];
  pagination: Record<string, unknown>;
}> {
  const answer = await api.ask('GET', `/api/v1/sessions${query}`);
  expect(answer.status).toBe(200);
  const { data, pagination } = page.parse(answer.body);
  return { ids: data.map((session) => session.id), pagination };
}

const newestFirst = (): string[] => [...ids].reverse();

it('newest first, with total, limit and offset', async () => {
  const all = await list('');
  expect(all.ids).toEqual(newestFirst());
  expect(all.pagination).toEqual({ total: 7, limit: 50, offset: 0 });
  const second = await list('?limit=3&offset=3');
  expect(second.ids).toEqual(newestFirst().slice(3, 6));
  expect(second.pagination).toEqual({ total: 7, limit: 3, offset: 3 });
});

it.each<[string, (all: readonly string[]) => (string | undefined)[]]>([
  ['?country=DE', (all) => [all[2], all[1], all[0]]],
  ['?country=de&limit=1', (all) => [all[2]]],
  ['?tag=vip', (all) => [all[4]]],
  ['?external_ref=even-2', (all) => [all[2]]],
  ['?q=even', (all) => [all[6], all[4], all[2], all[0]]],
  ['?q=odd_%25-1', (all) => [all[1]]],
  ['?q=%25', () => []],
  ['?status=completed', () => []],
  ['?status=expired,completed&status=failed', () => []],
  ['?workflow_id=wfl_other', () => []],
  ['?result=approved', () => []],
  ['?created_before=2026-05-02', (all) => [all[1], all[0]]],
  ['?created_after=2026-05-05&created_before=2026-05-20', (all) => [all[6]]],
])('%s', async (query, expected) => {
  const found = await list(query);
  expect(found.ids).toEqual(expected(ids));
});

it('q finds an exact id, and nothing by a part of it', async () => {
  expect((await list(`?q=${ids[3] ?? ''}`)).ids).toEqual([ids[3]]);
  expect((await list(`?q=${ids[3]?.slice(0, 20) ?? ''}`)).ids).toEqual([]);
});

it('status names pending sessions', async () => {
  const found = await list('?status=pending,capturing&tag=eu');
  expect(found.ids).toEqual(newestFirst());
});

it.each([
  ['?limit=101', 'limit'],
  ['?limit=0', 'limit'],
  ['?offset=-1', 'offset'],
  ['?status=done', 'status.0'],
  ['?after=nonsense', 'after'],
  ['?created_after=yesterday', 'created_after'],
  ['?country=XX', 'country'],
  ['?result=maybe', 'result'],
])('422: %s names its field', async (query, field) => {
  const answer = await api.ask('GET', `/api/v1/sessions${query}`);
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toMatchObject([{ field }]);
});

it('cursors walk the whole list once, also while new sessions come', async () => {
  const seen: string[] = [];
  let next: unknown = '';
  for (let step = 0; typeof next === 'string'; step += 1) {
    const one = await list(`?limit=2&after=${next}`);
    seen.push(...one.ids);
    expect(Object.keys(one.pagination).sort()).toEqual(['limit', 'next']);
    next = one.pagination['next'];
    if (step === 0) {
      now = new Date(Date.UTC(2026, 5, 1));
      await api.create({ external_ref: 'late', tags: ['late'] });
    }
  }
  expect(seen).toEqual(newestFirst());
});
