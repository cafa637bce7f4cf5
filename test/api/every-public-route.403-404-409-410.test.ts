import { randomBytes } from 'node:crypto';
import type { Route } from '../../services/api/http/route';
import { firstPage, otherPage, type CaptureLink } from '../capture/capture-link';
import { call, type Answer } from '../processes/api-caller';
import { captureLinks, type CaptureLinks } from './capture-links';
import { leakingNothing } from './planted-session';
import { publicRouteNames, publicRoutesBy, publicRowNames } from './public-routes';
import { startApi, type RunningApi } from './running-api';

/** Every route that asks for no API key, by everybody who may not: they learn that, and nothing else. */
let api: RunningApi;
let links: CaptureLinks;

/** Nobody is told to wait: a matrix asks more than twenty unknown tokens a minute. */
const unlimited = {
  take: (_subject: string, limit: number) =>
    Promise.resolve({ isAllowed: true, limit, remaining: limit, resetAt: new Date() }),
  used: () => Promise.resolve(0),
};

beforeAll(async () => {
  api = await startApi({ worker: true, deps: { rates: unlimited } });
  links = await captureLinks(api);
});
afterAll(() => api.stop());

it('every public route has its row', () => {
  expect([...publicRouteNames].sort()).toEqual([...publicRowNames].sort());
});

/** What a path may hold in place of any token or id. */
const malformed: Readonly<Record<string, string>> = {
  'one character': 'A',
  'a NUL in it': `${'A'.repeat(42)}%00`,
  '10 KB of it': 'A'.repeat(10_000),
  'a way out of the path': encodeURIComponent('../../api/v1/sessions'),
  'a question to a database': encodeURIComponent("' OR ''='"),
  'not ASCII': encodeURIComponent('ſ'.repeat(43)),
};

const unavailable = {
  error: 'token_unavailable',
  detail: 'The link is unknown, used or has run out.',
  status_code: 410,
  request_id: null,
};
const inUse = {
  error: 'link_in_use',
  detail: 'The link is in use on another device.',
  status_code: 409,
  request_id: null,
};

describe.each(publicRoutesBy('link'))('%s', (_name, route) => {
  const at = (token: string, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(route, route.path.replace(':token', token), headers);
  const held = (link: CaptureLink, headers: Record<string, string> = {}): Promise<Answer> =>
    at(link.url.slice(link.url.lastIndexOf('/') + 1), headers);

  it('410, the same for what is no token and for one that nobody has', async () => {
    const unknown = randomBytes(32).toString('base64url');
    const streamToken = `9999999999.${'A'.repeat(43)}`;
    for (const token of [unknown, ...Object.values(malformed), streamToken, links('ofPage').id]) {
      expect(leakingNothing(await at(token, firstPage))).toEqual(unavailable);
    }
    for (const key of [api.liveKey, api.sandboxKey]) {
      expect(leakingNothing(await at(key))).toEqual(unavailable);
      expect(leakingNothing(await at(unknown, { 'X-API-Key': key }))).toEqual(unavailable);
    }
  });

  it.each([
    'replaced',
    'handedOff',
    'ranOut',
    'ranOutInUse',
    'expired',
    'erased',
    'finishedLongAgo',
  ] as const)('410 for a link that is %s, even to the page that held it', async (name) => {
    for (const headers of [firstPage, otherPage, {}, { 'X-API-Key': api.sandboxKey }]) {
      expect(leakingNothing(await held(links(name), headers))).toEqual(unavailable);
    }
  });

  it('410 for a finished link, to all but the page that held it', async () => {
    for (const headers of [otherPage, {}, { 'X-API-Key': api.sandboxKey }]) {
      expect(leakingNothing(await held(links('finished'), headers))).toEqual(unavailable);
    }
  });

  it('409 for a link in use, to any other page and to no page', async () => {
    const cookie = `verifa_page=${otherPage['X-Verifa-Page']}`;
    for (const headers of [otherPage, {}, { Cookie: cookie }, { 'X-API-Key': api.sandboxKey }]) {
      expect(leakingNothing(await held(links('ofPage'), headers))).toEqual(inUse);
    }
    // The page secret of another session of the same organisation.
    expect(leakingNothing(await held(links('ofOtherPage'), firstPage))).toEqual(inUse);
    expect(leakingNothing(await held(links('withoutPage'), firstPage))).toEqual(inUse);
  });

  it('is open to its holder', async () => {
    const { body } = await held(links('ofPage'), firstPage);
    expect([undefined, 'consent_required', 'validation_failed']).toContain(body['error']);
  });
});

function ask(route: Route, path: string, headers: Record<string, string>): Promise<Answer> {
  const json = route.method === 'GET' ? {} : { json: {} };
  return call(route.method, `${api.url}${path}`, { ...json, headers });
}
