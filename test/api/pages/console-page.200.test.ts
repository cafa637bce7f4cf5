import { startApi, type RunningApi } from '../running-api';
import { show, type Shown } from './page-caller';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const addresses = ['/console', '/console/', '/console/cases/case_1', '/console/set-up'];

it.each(addresses)('%s is the console, of which all that it names is there', async (path) => {
  const { status, headers, html } = await show(`${api.url}${path}`);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const named = [...html.matchAll(/\/assets\/[A-Za-z0-9._-]+/g)].map(([asset]) => asset);
  expect(named.length).toBeGreaterThan(3);
  for (const asset of new Set(named)) {
    expect([asset, (await fetch(`${api.url}${asset}`)).status]).toEqual([asset, 200]);
  }
  expect(html).toMatch(/<noscript><p>[^<]+JavaScript/);
});

it('says by its headers what it may do: framed by nobody, pictures of the API alone, no camera', async () => {
  const { headers } = await show(`${api.url}/console`);
  expect({
    csp: headers.get('content-security-policy'),
    referrer: headers.get('referrer-policy'),
    permissions: headers.get('permissions-policy'),
    cache: headers.get('cache-control'),
    sniff: headers.get('x-content-type-options'),
    opener: headers.get('cross-origin-opener-policy'),
    cookie: headers.get('set-cookie'),
  }).toEqual({
    csp:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; " +
      "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'",
    referrer: 'no-referrer',
    permissions: 'camera=(), microphone=(), geolocation=()',
    cache: 'no-store',
    sniff: 'nosniff',
    opener: 'same-origin',
    cookie: null,
  });
});

it('holds nothing inline, and nothing of what was asked', async () => {
  const html = async (path: string): Promise<string> => (await show(`${api.url}${path}`)).html;
  const page = await html('/console');
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  expect(await html('/console/%3Cscript%3Ealert(1)%3C%2Fscript%3E?q=%22%3E')).toBe(page);
});

it('is the same whoever asks', async () => {
  const asked = (headers: Readonly<Record<string, string>>): Promise<Shown> =>
    show(`${api.url}/console`, headers);
  const [nobody, somebody] = await Promise.all([
    asked({}),
    asked({ Cookie: 'verifa_console=x', 'X-API-Key': api.liveKey }),
  ]);
  expect(somebody.html).toBe(nobody.html);
});
