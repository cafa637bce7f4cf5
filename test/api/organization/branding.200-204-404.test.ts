import sharp from 'sharp';
import { z } from 'zod';
import { newLink, type CaptureLink } from '../capture/capture-link';
import { call, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const patch = (branding: unknown, key = api.liveKey): Promise<Answer> =>
  api.ask('PATCH', '/api/v1/organization', { key, json: { settings: { branding } } });

const shownLogo = z.object({
  settings: z.object({ branding: z.object({ logo_url: z.string().nullable() }) }),
});
const logoOf = (body: unknown): string | null => shownLogo.parse(body).settings.branding.logo_url;

async function themeOf(url: string): Promise<Response> {
  return fetch(`${url}/theme.css`);
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><rect width="9" height="9"/></svg>';

function putLogo(bytes: Buffer | string, key = api.liveKey): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), 'logo');
  return fetch(`${api.url}/api/v1/organization/logo`, {
    method: 'PUT',
    headers: { 'X-API-Key': key },
    body: form,
  });
}

describe('PATCH /api/v1/organization, branding', () => {
  it('changes what is sent, member by member; null puts a default back', async () => {
    const first = await patch({
      display_name: 'Shop',
      brand_color: '#1A66D9',
      radius: 8,
      support_url: 'https://shop.example/help',
      privacy_url: 'http://localhost:8080/privacy',
      texts: { 'pt-br': { 'end.text': 'Obrigado.\nAté já.' } },
    });
    expect(first.body).toMatchObject({
      settings: {
        branding: {
          display_name: 'Shop',
          brand_color: '#1a66d9',
          radius: 8,
          support_url: 'https://shop.example/help',
          privacy_url: 'http://localhost:8080/privacy',
          texts: { 'pt-BR': { 'end.text': 'Obrigado.\nAté já.' } },
        },
      },
    });
    const second = await patch({ radius: null, support_url: null });
    expect(second.body).toMatchObject({
      settings: { branding: { brand_color: '#1a66d9', radius: null, support_url: null } },
    });
    const none = { display_name: null, brand_color: null, privacy_url: null, texts: {} };
    expect((await patch(null)).body).toMatchObject({ settings: { branding: none } });
  });

  it("gives languages and keys back as they are, whatever the answer's casing", async () => {
    const texts = { 'es-419': { 'end.text': 'Listo.' }, 'zh-Hant': { 'help.text': '好' } };
    const json = { settings: { branding: { texts } } };
    for (const inflection of ['camel', 'kebab', 'snake']) {
      const headers = { 'Key-Inflection': inflection };
      const { body } = await api.ask('PATCH', '/api/v1/organization', { json, headers });
      expect(body).toMatchObject({ settings: { branding: { texts } } });
    }
    await patch(null);
  });

  it.each([
    ['brand_color', { brand_color: 'blue' }, 'is not a colour like #1a66d9'],
    [
      'brand_color',
      { brand_color: '#ffcc00' },
      /^has a contrast of 1\.\d\d:1 against the light page/,
    ],
    [
      'brand_color',
      { brand_color: '#001a66' },
      /^has a contrast of 1\.\d\d:1 against the dark page/,
    ],
    [
      'brand_color',
      { brand_color: '#777777' },
      /^has a contrast of 4\.47:1 for text on it.*4\.5:1/,
    ],
    ['radius', { radius: 25 }, 'has to be at most 24'],
    ['radius', { radius: 1.5 }, 'has to be a whole number'],
    ['support_url', { support_url: 'http://shop.example' }, /https/],
    ['privacy_url', { privacy_url: 'javascript:alert(1)' }, /https/],
    ['display_name', { display_name: ' ' }, /at least 1/],
    ['texts.en', { texts: { en: { 'trouble.denied': 'x' } } }, /known|one of/],
    ['texts.en.end.text', { texts: { en: { 'end.text': '<b>Done</b>' } } }, 'is not plain text'],
    ['texts.en.end.text', { texts: { en: { 'end.text': 'a &amp; b' } } }, 'is not plain text'],
    ['texts.en.end.text', { texts: { en: { 'end.text': 'x'.repeat(501) } } }, /at most 500/],
    ['texts.nonsense!', { texts: { 'nonsense!': { 'end.text': 'x' } } }, /language tag/],
  ])('422 names %s for %j', async (field, branding, message) => {
    const before = (await api.ask('GET', '/api/v1/organization')).body;
    const { body } = await patch({ radius: 4, ...branding });
    const expected: unknown = message instanceof RegExp ? expect.stringMatching(message) : message;
    expect(body).toMatchObject({
      status_code: 422,
      errors: expect.arrayContaining([
        expect.objectContaining({
          field: expect.stringContaining(`settings.branding.${field}`) as unknown,
          message: expected,
        }),
      ]) as unknown,
    });
    expect((await api.ask('GET', '/api/v1/organization')).body).toEqual(before);
  });
});

describe('the logo', () => {
  it('is drawn anew, shown under its hash to everybody, and audited', async () => {
    const put = await putLogo(svg);
    expect(put.status).toBe(200);
    const url = logoOf(await put.json());
    expect(url).toMatch(new RegExp(`^${api.url}/logos/[0-9a-f]{64}\\.png$`));
    const shown = await fetch(String(url));
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const { format, width, height } = await sharp(
      Buffer.from(await shown.arrayBuffer()),
    ).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 320, height: 160 });
    // The sandbox has none.
    const sandbox = await api.ask('GET', '/api/v1/organization', { key: api.sandboxKey });
    expect(logoOf(sandbox.body)).toBeNull();

    expect((await api.ask('DELETE', '/api/v1/organization/logo')).status).toBe(204);
    expect((await fetch(String(url))).status).toBe(404);
    expect((await api.ask('DELETE', '/api/v1/organization/logo')).status).toBe(204);
    const audit = await api.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('action', 'like', 'organization.logo%')
      .orderBy('at')
      .execute();
    const detail = { sha256: String(url).slice(-68, -4) };
    expect(audit).toEqual([
      { action: 'organization.logo_set', detail },
      { action: 'organization.logo_removed', detail },
    ]);
  });

  it.each([
    [415, 'unsupported_file_type', '<html>'],
    [422, 'invalid_image', '<svg xmlns="http://www.w3.org/2000/svg">'],
    [413, 'payload_too_large', Buffer.alloc(1024 * 1024 + 1, 'x')],
    [422, 'validation_failed', ''],
  ])('%d %s for what is none', async (status, error, bytes) => {
    const refused = await putLogo(bytes);
    expect(await refused.json()).toMatchObject({ status_code: status, error });
  });

  it.each(['nothing', '0'.repeat(64), `${'0'.repeat(64)}.png`, `${'0'.repeat(64)}.svg`, '%00.png'])(
    '404 at /logos/%s',
    async (name) => {
      expect((await fetch(`${api.url}/logos/${name}`)).status).toBe(404);
    },
  );
});

describe('GET /verify/{token}/theme.css', () => {
  let link: CaptureLink;
  beforeAll(async () => {
    await patch({ brand_color: '#1a66d9', radius: 0 });
    link = await newLink(api);
  });

  it("has the colours of the session's organisation, for its environment", async () => {
    const sheet = await themeOf(link.url);
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(sheet.headers.get('cache-control')).toBe('no-store');
    expect(sheet.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await sheet.text()).toBe(':root{--brand:#1a66d9;--on-brand:#ffffff;--radius:0px}');
    const sandbox = await newLink(api, {}, api.sandboxKey);
    expect(await (await themeOf(sandbox.url)).text()).toBe('');
  });

  it('the state tells the page the same organisation', async () => {
    await putLogo(svg);
    await patch({ display_name: 'Shop', texts: { de: { 'end.text': 'Fertig.' } } });
    expect((await link.get('state')).body).toMatchObject({
      organization: {
        name: 'Shop',
        logo_url: expect.stringMatching(/\/logos\/[0-9a-f]{64}\.png$/) as unknown,
        support_url: null,
        texts: { de: { 'end.text': 'Fertig.' } },
      },
    });
    await api.ask('DELETE', '/api/v1/organization/logo');
  });

  it('binds no link', async () => {
    await themeOf(link.url);
    const { status } = await call('GET', `${link.url}/state`, {
      headers: { 'X-Verifa-Page': 'a-page-of-its-own-0000001' },
    });
    expect(status).toBe(200);
    const row = await api.db
      .selectFrom('capture_tokens')
      .select('bound_kind')
      .where((where) => where.eb(where.cast<string>('session_id', 'text'), '=', link.id))
      .executeTakeFirstOrThrow();
    expect(row.bound_kind).toBeNull();
  });

  it('is an empty sheet, and the same, for a link that is unknown, replaced or malformed', async () => {
    const old = await newLink(api);
    await api.ask('POST', `/api/v1/sessions/${old.id}/generate-one-time-link`, { json: {} });
    for (const url of [old.url, `${api.url}/verify/${'a'.repeat(43)}`, `${api.url}/verify/x`]) {
      const sheet = await themeOf(url);
      expect([sheet.status, await sheet.text()]).toEqual([200, '']);
    }
  });
});
