import { z } from 'zod';
import { allRoutes } from '../../../services/api/routes';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const listSchema = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  pagination: z.object({
    total: z.number().optional(),
    limit: z.number(),
    next: z.string().nullable().optional(),
  }),
});
type List = z.output<typeof listSchema>;

async function read(path: string): Promise<List> {
  const answer = await api.ask('GET', path);
  expect(answer.status).toBe(200);
  return listSchema.parse(answer.body);
}

/** Every route whose query takes an offset: none is forgotten when one is added. */
const lists = allRoutes(Object.create(null) as Parameters<typeof allRoutes>[0])
  .filter(({ schemas }) => schemas.query?.safeParse({ offset: '0', limit: '1' }).success === true)
  .filter(({ schemas }) => {
    const shape = z.toJSONSchema(schemas.query ?? z.never(), { unrepresentable: 'any' });
    return shape.properties?.['offset'] !== undefined;
  })
  .map(({ path }) => path);

it('there are as many as there should be', () => {
  expect([...lists].sort()).toEqual([
    '/api/v1/api-keys',
    '/api/v1/cases',
    '/api/v1/events',
    '/api/v1/identities',
    '/api/v1/identities/:id/sessions',
    '/api/v1/lists',
    '/api/v1/results',
    '/api/v1/reviewers',
    '/api/v1/sessions',
    '/api/v1/sessions/:id/deliveries',
    '/api/v1/users',
    '/api/v1/webhooks/endpoints',
    '/api/v1/webhooks/endpoints/:id/deliveries',
    '/api/v1/workflows',
    '/api/v1/workflows/:id/versions',
  ]);
});

describe('by cursor every row comes once, in the order that offsets give', () => {
  beforeAll(async () => {
    for (let n = 0; n < 5; n += 1) {
      await api.create({ external_ref: `customer-${String(n)}` });
      await api.ask('POST', '/api/v1/identities', { json: { external_ref: `ref-${String(n)}` } });
      await api.ask('POST', '/api/v1/lists', {
        json: { name: `list ${String(n)}`, action: 'flag' },
      });
      await api.ask('POST', '/api/v1/users', {
        json: { email: `user-${String(n)}@example.org`, name: 'U.', role: 'reviewer' },
      });
      await api.ask('POST', '/api/v1/api-keys', { json: { label: `key ${String(n)}` } });
      await api.ask('POST', '/api/v1/webhooks/endpoints', {
        json: { url: `https://a${String(n)}.example/hooks` },
      });
      await api.ask('POST', '/api/v1/workflows', {
        json: { name: `workflow ${String(n)}`, definition: { steps: [{ policy: 'age' }] } },
      });
    }
    for (let n = 0; n < 3; n += 1) {
      await api.ask('PATCH', `/api/v1/workflows/${api.documentAndSelfieId}`, {
        json: { definition: { steps: [{ policy: 'age' }] } },
      });
    }
  });

  it.each([
    '/api/v1/sessions',
    '/api/v1/users',
    '/api/v1/identities',
    '/api/v1/lists',
    '/api/v1/api-keys',
    '/api/v1/webhooks/endpoints',
    '/api/v1/workflows',
    '/api/v1/workflows/:id/versions',
  ])('%s', async (pattern) => {
    const path = pattern.replace(':id', api.documentAndSelfieId);
    const whole = await read(`${path}?limit=100&offset=0`);
    expect(whole.data.length).toBeGreaterThan(3);
    expect(whole.pagination.total).toBe(whole.data.length);
    const seen: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: List = await read(`${path}?limit=2&after=${after}`);
      expect(page.pagination.total).toBeUndefined();
      seen.push(...page.data);
      after = page.pagination.next ?? null;
    }
    expect(seen).toEqual(whole.data);
  });
});

it.each(lists.filter((path) => !path.includes(':id')))(
  '%s: an `after` that is no cursor of it is 422 of that field',
  async (path) => {
    for (const after of ['nonsense', Buffer.from('[1]').toString('base64url')]) {
      const answer = await api.ask('GET', `${path}?after=${after}`);
      expect(answer.body).toMatchObject({
        status_code: 422,
        errors: [{ field: 'after', code: 'invalid_cursor' }],
      });
    }
  },
);
