import { sql } from 'kysely';
import { z } from 'zod';
import { mostClosed } from '../../../services/api/cases/count-queue';
import { mostLookedUp } from '../../../services/api/http/sought-rows';
import { allRoutes } from '../../../services/api/routes';
import { idPrefixes, newId } from '../../../shared/domain/ids';
import { text } from '../../processes/api-caller';
import { scopes } from '../../../shared/domain/auth/scopes';
import { asReplica, generatedId, generateRows, rarely } from '../../database/generated-rows';
import { rowsLookedAt } from '../rows-looked-at';
import { startApi, type RunningApi } from '../running-api';

const sessions = 50_000;
/** Rows of somebody else that stand before them in each table. */
const others = 25_000;
/** What a rare value may make Postgres look at: its own rows, a page of them, and what stands beside. */
const mostRows = 1_000;
/** Named at the third, and planned without its values at the sixth from then: the last is looked at too. */
const executions = 10;

let api: RunningApi;
/** Values of list items were never sealed: nobody is to open them. */
let key: string;
beforeAll(async () => {
  api = await startApi();
  const own = await api.db.selectFrom('organizations').select('id').executeTakeFirstOrThrow();
  const made = await api.ask('POST', '/api/v1/api-keys', {
    json: { label: 'reads', scopes: scopes.filter((scope) => scope !== 'pii:export') },
  });
  key = text(made.body, 'key');
  const from = sessions + 1;
  const organizationId = newId('organization');
  await generateRows(api.db, { organizationId, sessions: sessions + others, from });
  await asReplica(api.db, [
    // All are of one endpoint, which is another's.
    sql`DELETE FROM webhook_deliveries`,
  ]);
  await generateRows(api.db, { organizationId: own.id, sessions });
});
afterAll(() => api.stop());

const id = (kind: keyof typeof idPrefixes, n = 7) => generatedId(idPrefixes[kind], n);
const longAgo = new Date(Date.now() - (sessions - 50) * 60_000).toISOString();
const lately = new Date(Date.now() - 50 * 60_000).toISOString();

/** A value that few rows have, for each filter of each list. */
const rareValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/api/v1/sessions': {
    status: 'failed',
    q: 'customer-777',
    external_ref: 'customer-777',
    workflow_id: id('workflow'),
    country: 'MT',
    tag: 'rare',
    result: 'needs_review',
    created_after: lately,
    created_before: longAgo,
  },
  '/api/v1/results': { status: 'needs_review' },
  '/api/v1/cases': {
    status: 'escalated',
    assignee: `usr_${'7'.padStart(26, '0')}`,
    age: 'red',
    q: 'customer-777',
    workflow_id: id('workflow'),
    country: 'MT',
    signal: 'tor_exit',
    tag: 'rare',
  },
  '/api/v1/identities': {
    status: 'rejected',
    external_ref: 'customer-777',
    tag: 'rare',
    q: 'customer-777',
    archived: 'true',
  },
  '/api/v1/events': {
    resource_type: 'list',
    resource_id: id('list'),
    action: 'list.deleted',
    actor: 'usr_7',
    since: lately,
    until: longAgo,
    created_after: lately,
    created_before: longAgo,
    q: 'list.d',
  },
  '/api/v1/webhooks/endpoints/:id/deliveries': {
    status: 'failed',
    event_type: 'session.failed',
    session_id: id('session'),
    date_from: lately,
    date_to: longAgo,
  },
  '/api/v1/workflows': { active: 'false' },
};
const owners: Readonly<Record<string, string>> = {
  '/api/v1/webhooks/endpoints/:id/deliveries': id('webhookEndpoint'),
  '/api/v1/identities/:id/sessions': id('identity'),
  '/api/v1/workflows/:id/versions': id('workflow'),
  '/api/v1/lists/:id/items': id('list'),
  '/api/v1/sessions/:id/deliveries': id('session'),
};

/** What says which page of which order, and leaves nothing out. */
const paging = ['limit', 'offset', 'after', 'sort'];
const lists = allRoutes(Object.create(null) as Parameters<typeof allRoutes>[0]).flatMap((route) => {
  const { query } = route.schemas;
  if (route.method !== 'GET' || query === undefined || route.scopes === null) return [];
  const names = Object.keys(z.toJSONSchema(query, { unrepresentable: 'any' }).properties ?? {});
  if (!names.includes('after')) return [];
  return [{ path: route.path, filters: names.filter((name) => !paging.includes(name)) }];
});

test('every filter that a list declares has a rare value here, and no other has', () => {
  const declared = lists.filter(({ filters }) => filters.length > 0);
  expect(Object.fromEntries(declared.map(({ path, filters }) => [path, filters.sort()]))).toEqual(
    Object.fromEntries(
      Object.entries(rareValues).map(([path, values]) => [path, Object.keys(values).sort()]),
    ),
  );
});

async function lookedFor(path: string): Promise<number> {
  const ask = async () => {
    const before = await rowsLookedAt(api);
    expect((await api.ask('GET', path, { key })).status).toBe(200);
    return (await rowsLookedAt(api)) - before;
  };
  const first = await ask();
  for (let turn = 2; turn < executions; turn += 1) await api.ask('GET', path, { key });
  return Math.max(first, await ask());
}

const pathOf = (pattern: string) => pattern.replace(':id', owners[pattern] ?? '');
const alone = Object.entries(rareValues).flatMap(([path, values]) =>
  Object.entries(values).map(([name, value]) => [path, `${name}=${encodeURIComponent(value)}`]),
);
const withStatus = alone.flatMap(([path = '', filter = '']) => {
  const often: Readonly<Record<string, string>> = {
    '/api/v1/sessions': 'completed,failed,expired',
    '/api/v1/identities': 'approved',
    '/api/v1/webhooks/endpoints/:id/deliveries': 'delivered',
    '/api/v1/cases': 'approved',
  };
  const status = often[path];
  return status === undefined || filter.startsWith('status=')
    ? []
    : [[path, `${filter}&status=${status}`]];
});

describe.each(['offset=0', 'after='])('%s', (way) => {
  test.each([...alone, ...withStatus])('%s?%s', async (pattern = '', filter = '') => {
    expect(await lookedFor(`${pathOf(pattern)}?${filter}&limit=20&${way}`)).toBeLessThan(mostRows);
  });
});

test.each(lists.map(({ path }) => path))(
  '%s: a page by cursor, and its next, look at little more than they show',
  async (pattern) => {
    const path = pathOf(pattern);
    const first = await api.ask('GET', `${path}?limit=20&after=`, { key });
    const { pagination } = z
      .object({ pagination: z.object({ next: z.string().nullable() }) })
      .parse(first.body);
    for (const after of ['', pagination.next ?? '']) {
      expect(await lookedFor(`${path}?limit=20&after=${after}`)).toBeLessThan(mostRows);
    }
  },
);

/** They are counted up to a bound, and recognised then as the list is read in its order. */
test.each([
  ['/api/v1/sessions', 'q=customer-'],
  ['/api/v1/cases', 'q=customer-'],
  ['/api/v1/cases', 'q=customer-&sort=riskiest'],
  ['/api/v1/identities', 'q=customer-'],
  ['/api/v1/sessions', 'tag=often'],
  ['/api/v1/identities', 'tag=often'],
  ['/api/v1/events', 'q=session.'],
  ['/api/v1/events', 'resource_type=session'],
  ['/api/v1/events', 'actor=api_key'],
])(
  '%s?%s, which finds nearly all, looks at few more rows than are counted',
  async (path, filter) => {
    expect(await lookedFor(`${path}?${filter}&limit=20&after=`)).toBeLessThan(
      mostLookedUp + mostRows,
    );
  },
);

/** A queue in each of its orders, of those that wait and of those decided, and by what nearly all have. */
test.each(
  ['oldest', 'newest', 'riskiest'].flatMap((sort) =>
    ['', '&status=open', '&status=approved', '&tag=often', '&status=open&signal=tor_exit'].map(
      (filter) => `sort=${sort}${filter}`,
    ),
  ),
)('/api/v1/cases?%s', async (query) => {
  expect(await lookedFor(`/api/v1/cases?${query}&limit=20&after=`)).toBeLessThan(mostRows);
});

test('/api/v1/cases/stats looks at the cases that wait, and at as many decided ones as it counts', async () => {
  const waiting = sessions / 500;
  expect(await lookedFor('/api/v1/cases/stats')).toBeLessThan(waiting + mostClosed + mostRows);
});

test('as many rows have what is rare as the bounds are made for', () => {
  expect(sessions / rarely).toBe(10);
});
