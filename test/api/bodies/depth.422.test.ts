import { allRoutes } from '../../../services/api/routes';
import { mostLevels } from '../../../services/api/http/json-depth';
import { consent, newLink } from '../capture/capture-link';
import { startApi, type RunningApi } from '../running-api';

/** The table is needed before any server runs: routes are made, and never run. */
const withBody = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter(({ schemas }) => schemas.body !== undefined);

let api: RunningApi;
let capture: string;
beforeAll(async () => {
  api = await startApi({ worker: true });
  const link = await newLink(api);
  await consent(link);
  capture = new URL(link.url).pathname.slice('/verify/'.length);
});
afterAll(() => api.stop());

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

async function send(method: string, path: string, body: string): Promise<Response> {
  const named = path
    .replace(':token', capture)
    .replace(/:[a-z_]+/gi, 'unknown')
    .replace(/^(?=\/)/, api.url);
  return fetch(named, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      ...(path === '/mcp'
        ? { Authorization: `Bearer ${api.liveKey}` }
        : { 'X-API-Key': api.liveKey }),
    },
    body,
  });
}

it.each([
  ...withBody.map(({ method, path }) => [method, path] as const),
  ['POST', '/mcp'] as const,
])('%s %s takes no bomb, bare nor in the envelope', async (method, path) => {
  const bombs = [nested(20_000), `{"data":{"attributes":{"fields":${nested(mostLevels)}}}}`];
  for (const bomb of bombs) {
    const answer = await send(method, path, bomb);
    const body: unknown = await answer.json().catch(() => undefined);
    // A route that reads no body, or first looks for what it is about, does not come to it.
    expect([422, 404, 403, 409, 410, 202, 200, 201]).toContain(answer.status);
    if (answer.status === 422) {
      expect(body).toMatchObject({
        errors: [expect.objectContaining({ field: expect.anything() as string })],
      });
    }
  }
});

it('the deepest that is allowed is stored and comes back; one more is 422', async () => {
  // The body itself is the first level, `metadata` the second.
  const metadata = (levels: number): string => `{"metadata":{"a":${nested(levels - 2)}}}`;
  const kept = await send('POST', '/api/v1/sessions', metadata(mostLevels));
  expect(kept.status).toBe(201);
  expect(JSON.stringify((await kept.json()) as unknown)).toContain(nested(mostLevels - 2));
  const refused = await send('POST', '/api/v1/sessions', metadata(mostLevels + 1));
  expect(await refused.json()).toMatchObject({
    error: 'validation_failed',
    errors: [{ field: 'body', code: 'too_deep' }],
  });
});
