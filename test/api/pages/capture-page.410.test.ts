import { isId } from '../../../shared/domain/ids';
import { captureLinks, linkNames, type CaptureLinks } from '../public-routes/capture-links';
import { malformed, noRates, unknownToken } from '../public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../running-api';
import { firstPage, otherPage } from '../capture/capture-link';
import { call } from '../../processes/api-caller';
import { show } from './page-caller';

/** Links that do nothing any more: each is a page, and nobody learns from it which of them it is. */
let api: RunningApi;
let links: CaptureLinks;

beforeAll(async () => {
  api = await startApi({ worker: true, deps: { rates: noRates } });
  const json = { settings: { allowed_origins: ['https://shop.example'] } };
  await api.ask('PATCH', '/api/v1/organization', { json });
  links = await captureLinks(api);
});
afterAll(() => api.stop());

async function unknownPage(headers: Record<string, string> = {}) {
  return toldApart(await show(`${api.url}/verify/${unknownToken()}`, headers));
}

/** All of an answer but what is of the request itself. */
function toldApart({ status, headers, html }: Awaited<ReturnType<typeof show>>) {
  const own = ['date', 'x-request-id', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
  const rest = [...headers].filter(([name]) => !own.includes(name));
  return { status, html, headers: Object.fromEntries(rest) };
}

it('an unknown link is a page that says so, without a cookie and in no frame', async () => {
  const page = await show(`${api.url}/verify/${unknownToken()}`);
  expect(page.status).toBe(410);
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.has('set-cookie')).toBe(false);
});

it.each(linkNames.filter((name) => /replaced|ranOut|expired|erased|finishedLongAgo/.test(name)))(
  'a link that is %s looks just as one that there never was, whoever asks',
  async (name) => {
    for (const headers of [firstPage, otherPage, {}]) {
      const page = toldApart(await show(links(name).url, headers));
      expect(page).toEqual(await unknownPage(headers));
    }
  },
);

it('a finished link is over for all but the browser that held it', async () => {
  const { url, id } = links('finished');
  expect(isId('session', id)).toBe(true);
  for (const headers of [otherPage, {}]) {
    expect(toldApart(await show(url, headers))).toEqual(await unknownPage(headers));
  }
  const page = await show(url, firstPage);
  expect(page.status).toBe(200);
});

it.each(malformed.filter((token) => !token.includes('%2F')))(
  'what cannot be a token is one that there never was: %.20s',
  async (token) => {
    const page = toldApart(await show(`${api.url}/verify/${token}`));
    expect(page).toEqual(await unknownPage());
  },
);

it('as JSON it is the refusal that the steps give', async () => {
  for (const url of [`${api.url}/verify/${unknownToken()}`, links('replaced').url]) {
    const { status, body } = await call('GET', url, { headers: { Accept: 'application/json' } });
    expect({ status, body }).toMatchObject({ status: 410, body: { error: 'token_unavailable' } });
  }
});
