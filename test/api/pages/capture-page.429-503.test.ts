import { captureLimits } from '../../../shared/domain/limits/plan';
import { startApi, type RunningApi } from '../running-api';
import { unknownToken } from '../public-routes/wrong-tokens';
import { newLink } from '../capture/capture-link';
import { show } from './page-caller';

/** What keeps the page away is said in a sentence: a person reads no JSON. */
let api: RunningApi | undefined;
afterEach(async () => {
  await api?.stop();
  api = undefined;
});

it('429 for whoever tries links: a page that says to wait, and how long', async () => {
  api = await startApi();
  let page = await show(`${api.url}/verify/${unknownToken()}`);
  for (let tries = 0; tries <= captureLimits.unknownTokens + 2 && page.status !== 429; tries += 1) {
    page = await show(`${api.url}/verify/${unknownToken()}`);
  }
  expect(page.status).toBe(429);
  expect(page.html).toMatch(/<p>[^<]+wait a minute/);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('429 for whoever tries links by their colours, and for whoever asks for one link without end', async () => {
  api = await startApi();
  const statuses = async (token: () => string, times: number): Promise<Set<number>> => {
    const seen = new Set<number>();
    for (let tries = 0; tries < times; tries += 1) {
      seen.add((await fetch(`${api?.url ?? ''}/verify/${token()}/theme.css`)).status);
    }
    return seen;
  };
  expect(await statuses(unknownToken, captureLimits.unknownTokens)).toEqual(new Set([200]));
  const token = (await newLink(api)).url.split('/').at(-1) ?? '';
  expect(await statuses(() => token, captureLimits.perToken)).toEqual(new Set([200]));
  expect(await statuses(() => token, 2)).toContain(429);
  expect(await statuses(unknownToken, 2)).toContain(429);
});

it('503 while a part is away: a page that says that nothing is lost, logged as every failure', async () => {
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  api = await startApi({
    deps: { rates: { take: () => Promise.reject(away), used: () => Promise.resolve(0) } },
  });
  const page = await show(`${api.url}/verify/${unknownToken()}`);
  expect(page.status).toBe(503);
  expect(page.html).toContain('Nothing is lost');
  expect(page.headers.get('retry-after')).toBe('2');
  expect(api.log()).toContain('request failed');
});

it('503 where nothing was built: one sentence for whoever runs the service, and all else works', async () => {
  api = await startApi({ deps: { pages: null } });
  const link = await newLink(api);
  for (const url of [link.url, `${api.url}/console`]) {
    const page = await show(url);
    expect(page.status).toBe(503);
    expect(page.html).toContain('npm run build');
  }
  expect((await link.get('state')).status).toBe(200);
});
