import { z } from 'zod';
import type { Route } from '../../../services/api/http/route';
import { allRoutes } from '../../../services/api/routes';
import { inflectKeys, keyInflections, type KeyInflection } from '../../../shared/wire/key-casing';
import { text, type Answer } from '../../processes/api-caller';
import { bodyFor } from '../route-bodies';
import { startApi, type RunningApi } from '../running-api';

/** How every route by key reads what it is sent: a new one is held to the same, without a line here. */
let api: RunningApi;
let listId: string;
beforeAll(async () => {
  api = await startApi();
  await api.db.updateTable('organizations').set({ plan: 'unlimited' }).execute();
  const made = await ask('POST', '/api/v1/lists', { json: { name: 'Read', action: 'flag' } });
  listId = text(made.body, 'id');
});
afterAll(() => api.stop());

function ask(
  method: string,
  path: string,
  options: Parameters<RunningApi['ask']>[2] = {},
): Promise<Answer> {
  return api.ask(method, path, { key: api.sandboxKey, ...options });
}

const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter(({ scopes }) => scopes !== null);
const named = (of: readonly Route[]) =>
  of.map((route) => [`${route.method} ${route.path}`, route] as const);

/** Ids that are nobody's, but for a list's items: who may not know it is not told what is wrong with them. */
function filled(path: string): string {
  return path
    .replace('/lists/:id/items', `/lists/${listId}/items`)
    .replace(':id', 'ses_01kb0000000000000000000000')
    .replace(':itemId', 'lit_01kb0000000000000000000000')
    .replace(':doc_type', 'id_front')
    .replace(':version', '1')
    .replace(':check', 'age');
}

function inflected(value: unknown, inflection: KeyInflection): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(inflectKeys(value, inflection, { keep: [] }));
}

const errorsOf = z.array(z.object({ field: z.string(), code: z.string() }));

describe.each(named(routes))('%s', (_name, route) => {
  const json = route.method === 'GET' || route.schemas.upload ? {} : { json: bodyFor(route) };

  it('422 for a parameter that it does not have, naming it', async () => {
    const answer = await ask(route.method, `${filled(route.path)}?surely_unknown=1`, json);
    expect(answer.body).toMatchObject({
      status_code: 422,
      errors: [{ field: 'surely_unknown', code: 'unknown_parameter' }],
    });
  });

  const { query, queryAliases = {} } = route.schemas;
  const parameters = [
    ...(query instanceof z.ZodObject ? Object.keys(query.shape) : []),
    ...Object.values(queryAliases).flat(),
  ];
  if (parameters.length > 0) {
    it('422 for each of its parameters when it is empty; `after` asks for the first page', async () => {
      for (const name of parameters) {
        const answer = await ask(route.method, `${filled(route.path)}?${name}=`);
        if (name === 'after') expect(answer.status).not.toBe(422);
        else {
          expect(answer.body).toMatchObject({
            status_code: 422,
            errors: [{ field: name, code: 'empty' }],
          });
        }
      }
    });

    it('knows its parameters in three casings', async () => {
      for (const inflection of keyInflections) {
        const given = Object.fromEntries(parameters.map((name) => [name, 1]));
        const spelled = Object.keys(inflected(given, inflection));
        const search = spelled.map((name) => `${name}=${encodeURIComponent('\u0001')}`).join('&');
        const { body } = await ask('GET', `${filled(route.path)}?${search}`);
        const codes = errorsOf
          .catch([])
          .parse(body['errors'])
          .map(({ code }) => code);
        expect(codes).not.toContain('unknown_parameter');
      }
    });
  }
});

describe.each(
  named(
    routes.filter(
      ({ method, schemas }) =>
        method !== 'GET' && schemas.upload?.mediaType !== 'multipart/form-data',
    ),
  ),
)('%s', (_name, route) => {
  it('reads every casing, in the envelope with neighbours, and names just what it ignores', async () => {
    for (const inflection of keyInflections) {
      const attributes = inflected(bodyFor(route), inflection);
      const { headers } = await ask(route.method, filled(route.path), {
        json: {
          data: { type: 'whatever', attributes: { ...attributes, surelyUnknown: 1 } },
          meta: { 'auto-create': true },
          jsonapi: { version: '1.0' },
          included: [],
        },
      });
      expect(headers.get('verifa-ignored-fields')).toBe('surelyUnknown');
    }
  });

  it('400 for a body that is no JSON', async () => {
    const response = await fetch(`${api.url}${filled(route.path)}`, {
      method: route.method,
      headers: { 'X-API-Key': api.sandboxKey, 'Content-Type': 'application/json' },
      body: '{"a":',
    });
    expect(await response.json()).toMatchObject({ status_code: 400, error: 'malformed_json' });
  });
});
