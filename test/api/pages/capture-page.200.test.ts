import { z } from 'zod';
import { consent, firstPage, newLink } from '../capture/capture-link';
import { call } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { setSettings } from '../../stack/set-settings';
import { browserAccepts, cookieOf, dataOf, show } from './page-caller';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

const origins = z.array(z.string());
const embeddable = (html: string): unknown =>
  origins.parse(JSON.parse(dataOf(html, 'embeddable') ?? ''));

async function allow(allowed: readonly string[] | null): Promise<void> {
  const json = { settings: { allowed_origins: allowed } };
  expect((await api.ask('PATCH', '/api/v1/organization', { json })).status).toBe(200);
}

async function bindings(): Promise<unknown> {
  return api.db
    .selectFrom('capture_tokens')
    .select(['id', 'status', 'bound_kind', 'binding_hash'])
    .orderBy('id')
    .execute();
}

it('a live link in a browser: a page of which all that it names is there', async () => {
  const { url } = await newLink(api);
  const page = await show(url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const named = [...page.html.matchAll(/\/assets\/[A-Za-z0-9._-]+/g)].map(([path]) => path);
  expect(named.length).toBeGreaterThan(3);
  for (const path of new Set(named)) {
    expect({ path, status: (await fetch(`${api.url}${path}`)).status }).toEqual({
      path,
      status: 200,
    });
  }
  expect(page.html).toMatch(/<noscript><p>[^<]+JavaScript/);
});

it('is coloured by its organisation, behind its own styles', async () => {
  const { url } = await newLink(api);
  const { html } = await show(url);
  const styles = [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(
    ([, href = '']) => href,
  );
  expect(styles.at(-1)).toBe(`${new URL(url).pathname}/theme.css`);
  for (const href of styles) {
    const sheet = await fetch(new URL(href, url));
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([
      200,
      'text/css; charset=utf-8',
    ]);
  }
});

it('holds nothing inline, which its policy would refuse', async () => {
  const { html } = await show((await newLink(api)).url);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
});

it('is asked for by looking only: no GET and no HEAD binds a link', async () => {
  const { url } = await newLink(api);
  const before = await bindings();
  await show(url);
  await show(url, { 'X-Verifa-Page': firstPage['X-Verifa-Page'] });
  const head = await show(url, {}, 'HEAD');
  expect([head.status, head.html]).toEqual([200, '']);
  expect(head.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await bindings()).toEqual(before);
});

it('says by its headers what it may do', async () => {
  const { headers } = await show((await newLink(api)).url);
  expect({
    csp: headers.get('content-security-policy'),
    referrer: headers.get('referrer-policy'),
    permissions: headers.get('permissions-policy'),
    cache: headers.get('cache-control'),
    sniff: headers.get('x-content-type-options'),
    opener: headers.get('cross-origin-opener-policy'),
  }).toEqual({
    csp:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; " +
      "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'",
    referrer: 'no-referrer',
    permissions: 'camera=(self), microphone=(), geolocation=()',
    cache: 'no-store',
    sniff: 'nosniff',
    opener: 'same-origin',
  });
});

it('is framed by the allowed origins only, and tells itself which they are', async () => {
  const allowed = ['https://shop.example', 'http://localhost:5173'];
  await allow(allowed);
  const page = await show((await newLink(api)).url);
  await allow(null);
  expect(page.headers.get('content-security-policy')).toContain(
    'frame-ancestors https://shop.example http://localhost:5173;',
  );
  // Whoever opens it in a window has to reach it.
  expect(page.headers.has('cross-origin-opener-policy')).toBe(false);
  expect(embeddable(page.html)).toEqual(allowed);
  expect(embeddable((await show((await newLink(api)).url)).html)).toEqual([]);
});

it('an origin that is none, kept all the same, frames nothing and ends no policy', async () => {
  const keep = (kept: readonly string[]) => setSettings(api.db, { allowed_origins: kept }, 'live');
  await keep(['https://*', 'https://a;sandbox', 'https://shop.example']);
  const page = await show((await newLink(api)).url);
  await keep(['https://*']);
  const closed = await show((await newLink(api)).url);
  await allow(null);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toMatch(/; frame-ancestors https:\/\/shop\.example; require-trusted-types/);
  expect(policy).not.toMatch(/sandbox|\*/);
  expect(embeddable(page.html)).toEqual(['https://shop.example']);
  expect(closed.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(closed.headers.get('cross-origin-opener-policy')).toBe('same-origin');
});

it('gives whoever has none a secret for this link, and leaves one that is there', async () => {
  const { url } = await newLink(api);
  const first = await show(url);
  const cookie = first.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^verifa_page=[A-Za-z0-9_-]{32}; /);
  expect(cookie).toContain(`Path=${new URL(url).pathname};`);
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned']) {
    expect(cookie.split('; ')).toContain(attribute);
  }
  const maxAge = Number(/Max-Age=(\d+)/.exec(cookie)?.[1]);
  const { body } = await call('GET', `${url}/state`);
  expect(maxAge).toBeGreaterThanOrEqual(Number(body['seconds_left']));
  const again = await show(url, { Cookie: cookieOf(first) ?? '' });
  expect(again.headers.has('set-cookie')).toBe(false);
  // What cannot be a secret would be refused by every step.
  const broken = await show(url, { Cookie: 'verifa_page=short' });
  expect(cookieOf(broken)).toMatch(/^verifa_page=/);
});

it('the cookie is one that the steps take, and binds the link to its browser', async () => {
  const link = await newLink(api);
  const cookie = cookieOf(await show(link.url)) ?? '';
  expect((await consent(link, { Cookie: cookie })).status).toBe(200);
  expect((await link.get('state', { headers: { Cookie: cookie } })).status).toBe(200);
  const other = cookieOf(await show(link.url)) ?? '';
  expect(other).not.toBe(cookie);
  expect((await link.get('state', { headers: { Cookie: other } })).body['error']).toBe(
    'link_in_use',
  );
});

it('a link that another browser holds is a page all the same: it says where to go on', async () => {
  const link = await newLink(api);
  await consent(link, firstPage);
  for (const headers of [{}, { 'X-Verifa-Page': firstPage['X-Verifa-Page'] }]) {
    expect((await show(link.url, headers)).status).toBe(200);
  }
});

it.each([
  ['application/json', 200],
  ['application/json, text/html;q=0.5', 200],
])('whoever asks for %s gets the state as JSON', async (accept) => {
  const link = await newLink(api);
  const asked = await call('GET', link.url, { headers: { Accept: accept } });
  const state = await link.get('state');
  expect(asked.status).toBe(200);
  expect(Object.keys(asked.body)).toEqual(Object.keys(state.body));
  expect(asked.body['session_id']).toBe(link.id);
});

it.each([['*/*'], ['text/html'], [browserAccepts.Accept], ['image/png']])(
  'whoever asks for %s gets the page',
  async (accept) => {
    const page = await show((await newLink(api)).url, { Accept: accept });
    expect(page.headers.get('content-type')).toContain('text/html');
  },
);

it.each([
  ['?lang=en', {}],
  ['?lang=EN-gb', {}],
  ['?lang=tlh', {}],
  ['?lang=en&lang=de', {}],
  ['?lang=%22%3E%3Cscript%3E', {}],
  ['', { 'Accept-Language': 'tlh, en-AU;q=0.8' }],
  ['', { 'Accept-Language': 'tlh' }],
])('%s %j: a language that there is', async (search, headers) => {
  const { status, html } = await show(`${(await newLink(api)).url}${search}`, { ...headers });
  expect(status).toBe(200);
  expect(html).toContain('<html lang="en" dir="ltr">');
});
