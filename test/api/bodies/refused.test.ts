import { insertApiKey } from '../../../shared/auth/insert-api-key';
import { consent, newLink } from '../capture/capture-link';
import { startApi, type RunningApi } from '../running-api';
import { sendWithoutEnd } from './endless-client';

/** Whatever is refused, its body is not read on: the sender gets its answer, and then the connection ends. */
let api: RunningApi;
let capture: string;
let readOnlyKey: string;
beforeAll(async () => {
  api = await startApi({ worker: true });
  const link = await newLink(api);
  await consent(link);
  capture = new URL(link.url).pathname;
  const { organization_id: organizationId } = await api.db
    .selectFrom('api_keys')
    .select('organization_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  readOnlyKey = await insertApiKey(
    api.db,
    { organizationId, environment: 'live', label: 'reads', scopes: ['sessions:read'] },
    new Date(),
  );
});
afterAll(() => api.stop());

const json = { 'Content-Type': 'application/json' };
const multipart = { 'Content-Type': 'multipart/form-data; boundary=b' };
const filePart = Buffer.from(
  '--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n',
);
const mine = () => ({ 'X-API-Key': api.liveKey });

type Refused = readonly [
  status: number,
  method: string,
  path: string,
  headers: () => Record<string, string>,
  /** How the body begins. */
  first: Buffer,
];
const blank = Buffer.from(' ');
const refused: readonly Refused[] = [
  [401, 'POST', '/api/v1/sessions', () => ({ ...json, 'X-API-Key': 'vk_live_wrong' }), blank],
  [403, 'POST', '/api/v1/sessions', () => ({ ...json, 'X-API-Key': readOnlyKey }), blank],
  [404, 'POST', '/nope', () => ({ ...json, ...mine() }), blank],
  [405, 'PUT', '/api/v1/sessions', () => ({ ...json, ...mine() }), blank],
  [
    400,
    'POST',
    '/api/v1/sessions',
    () => ({ ...json, ...mine(), 'Key-Inflection': 'loud' }),
    blank,
  ],
  [413, 'POST', '/api/v1/sessions', () => ({ ...json, ...mine() }), blank],
  [415, 'POST', '/api/v1/sessions', () => ({ 'Content-Type': 'text/plain', ...mine() }), blank],
  [401, 'POST', '/mcp', () => json, blank],
  [
    404,
    'POST',
    '/api/v1/sessions/ses_unknown/documents',
    () => ({ ...multipart, ...mine() }),
    blank,
  ],
  // A route that takes no body judges what is sent for one all the same; and one that only reads.
  [415, 'POST', '/api/v1/sessions/ses_unknown/submit', mine, blank],
  [200, 'GET', '/healthz', () => ({}), blank],
  [200, 'GET', '/openapi.json', () => ({}), blank],
  [410, 'POST', `/verify/${'A'.repeat(43)}/documents`, () => multipart, blank],
  [413, 'POST', 'capture/documents', () => multipart, filePart],
  // Never a boundary: a preamble without end.
  [413, 'POST', 'capture/documents', () => multipart, blank],
  [415, 'POST', 'capture/documents', () => json, blank],
  [413, 'POST', 'capture/consent', () => json, blank],
];

it.each(refused)('%s %s %s', async (status, method, path, headers, first) => {
  const { answer, sentBytes, lastedMs } = await sendWithoutEnd(api.url, {
    method,
    path: path.replace(/^capture/, capture),
    headers: headers(),
    piece: Buffer.alloc(64 * 1024, 0x20),
    first,
  });
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  // The largest file, its overhead, and what the kernel holds of a connection on both sides.
  expect(sentBytes).toBeLessThan(30 * 1024 * 1024);
  expect(lastedMs).toBeLessThan(15_000);
});

it('a body that was refused half-way leaves the next request of another client alone', async () => {
  const [one, two] = await Promise.all([
    sendWithoutEnd(api.url, { method: 'POST', path: '/nope', piece: Buffer.alloc(1024) }),
    api.ask('GET', '/api/v1/sessions'),
  ]);
  expect(one.answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(two.status).toBe(200);
});

it('a short body that nobody reads costs no connection', async () => {
  const answer = await fetch(`${api.url}/nope`, { method: 'POST', body: 'x'.repeat(1000) });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('connection')).not.toBe('close');
});
