import express from 'express';
import type { AddressInfo } from 'node:net';
import { safeHeaders } from '../../../services/api/http/safe-headers';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

it.each([
  [200, '/healthz'],
  [200, '/openapi.json'],
  [200, '/docs'],
  [200, '/api/v1/sessions'],
  [404, '/nope'],
  [404, '/api/v1/sessions/ses_unknown'],
  [410, '/verify/unknown/state'],
  [422, '/api/v1/cases?limit=0'],
])('%s %s: no sniffing, no frame, nothing to load, no copy kept', async (status, path) => {
  const answer = await fetch(`${api.url}${path}`, { headers: { 'X-API-Key': api.liveKey } });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  // Over plain http it would lock out whoever tries the service on their own machine.
  expect(answer.headers.has('strict-transport-security')).toBe(false);
});

it('behind https: and by https only from then on', async () => {
  const server = express()
    .use(safeHeaders(true))
    .get('/', (_request, response) => void response.end())
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${String(port)}/`);
  server.close();
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
});

it.each([
  'https://a.example/\r\nX: y',
  'ht\ttps://a.example/',
  'https:\\\\evil.example',
  'https://a.example\\@evil.example',
  ' https://a.example',
  'https://a.example/a b',
  'http://a.example/',
  'javascript:alert(1)',
  'https://user@a.example/',
])('redirect_url is no %j', async (url) => {
  const { body } = await api.ask('POST', '/api/v1/sessions', { json: { redirect_url: url } });
  expect(body).toMatchObject({ status_code: 422, errors: [{ field: 'redirect_url' }] });
});

it.each([
  ['https://A.example', 'https://a.example/'],
  ['https://a.example/x/../done?a=1#b', 'https://a.example/done?a=1#b'],
  ['http://localhost:3000/done', 'http://localhost:3000/done'],
])('redirect_url %s is kept as browsers read it', async (url, kept) => {
  const created = await api.ask('POST', '/api/v1/sessions', { json: { redirect_url: url } });
  expect(created.status).toBe(201);
  const row = await api.db
    .selectFrom('sessions')
    .select('redirect_url')
    .where((where) => where.eb(where.cast<string>('id', 'text'), '=', String(created.body['id'])))
    .executeTakeFirstOrThrow();
  expect(row.redirect_url).toBe(kept);
});
