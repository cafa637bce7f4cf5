import { z } from 'zod';
import { allRoutes } from '../../../services/api/routes';
import { errorCatalogue } from '../../../shared/domain/errors/catalogue';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let document: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  api = await startApi();
  const response = await fetch(`${api.url}/openapi.json`);
  expect(response.status).toBe(200);
  document = z.record(z.string(), z.unknown()).parse(await response.json());
});
afterAll(() => api.stop());

/** Described without being run: what they would run with is asked for nothing. */
const routes = allRoutes(Object.create(null) as Parameters<typeof allRoutes>[0]);

const operations = () =>
  Object.entries(
    z
      .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
      .parse(document['paths']),
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

it('has every route but `/mcp` and no other, each under an id of its own', () => {
  const expected = routes
    .filter(({ path }) => path !== '/mcp')
    .map(
      ({ method, path }) =>
        `${method.toLowerCase()} ${path.replaceAll(/\{\*([a-z_]+)\}|:([a-z_]+)/gi, '{$1$2}')}`,
    );
  expect(
    operations()
      .map(({ path, method }) => `${method} ${path}`)
      .sort(),
  ).toEqual(expected.sort());
  const ids = operations().map(({ operation }) => operation['operationId']);
  expect(new Set(ids).size).toBe(ids.length);
});

it('declares every parameter of a path, and refers to nothing that is not there', () => {
  for (const { path, operation } of operations()) {
    const parameters = z
      .array(z.object({ name: z.string().optional(), in: z.string().optional() }))
      .parse(operation['parameters']);
    const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect({ path, declared: declared.sort() }).toEqual({ path, declared: named.sort() });
  }
  const text = JSON.stringify(document);
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)) {
    const found = pointer
      .split('/')
      .reduce<unknown>(
        (at, step) => z.record(z.string(), z.unknown()).parse(at)[step],
        document['components'],
      );
    expect({ pointer, found }).not.toEqual({ pointer, found: undefined });
  }
});

it('lists every error code, and describes requests by what parses them', () => {
  const text = JSON.stringify(document);
  for (const code of Object.keys(errorCatalogue)) expect(text).toContain(`"${code}"`);
  const create = operations().find(
    ({ path, method }) => path === '/api/v1/api-keys' && method === 'post',
  );
  expect(create?.operation).toMatchObject({
    security: [{ apiKey: [] }],
    requestBody: {
      content: {
        'application/json': {
          schema: {
            required: ['label'],
            properties: { label: { type: 'string', maxLength: 200 } },
          },
        },
      },
    },
  });
});

it('the page for people names every path, every field and every error code, and loads nothing', async () => {
  const response = await fetch(`${api.url}/docs`);
  expect(response.headers.get('content-type')).toContain('text/html');
  const page = await response.text();
  for (const { path } of operations()) expect(page).toContain(path);
  expect(page).not.toMatch(/<script|<link|src=|href="https?:|url\(/);
  for (const code of Object.keys(errorCatalogue)) expect(page).toContain(`<code>${code}</code>`);
  expect(page).toContain('<code>external_ref</code>');
});

it('every example of a body is one that its route takes', () => {
  const examples = routes.filter(({ schemas }) => schemas.example !== undefined);
  expect(examples.length).toBeGreaterThan(15);
  for (const { method, path, schemas } of examples) {
    const parsed = schemas.body?.safeParse(schemas.example);
    expect({ method, path, ok: parsed?.success }).toEqual({ method, path, ok: true });
  }
});
