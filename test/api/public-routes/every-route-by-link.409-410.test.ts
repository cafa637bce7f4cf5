import type { Route } from '../../../services/api/http/route';
import { firstPage, otherPage, type CaptureLink } from '../capture/capture-link';
import { call, type Answer } from '../../processes/api-caller';
import { setSettings } from '../../stack/set-settings';
import { startApi, type RunningApi } from '../running-api';
import { captureLinks, linkNames, tokenOf, type CaptureLinks } from './capture-links';
import { publicRoutesBy } from './doors';
import { leakingNothing } from './planted-session';
import { malformed, noRates, unknownToken, unsignedStreamToken } from './wrong-tokens';

/** Every step of capture by everybody who may not take it: they learn that, and nothing else. */
let api: RunningApi;
let links: CaptureLinks;
let before: unknown;

beforeAll(async () => {
  api = await startApi({ worker: true, deps: { rates: noRates } });
  links = await captureLinks(api);
  // What is open before consent would move the links of the matrix.
  await setSettings(api.db, { handoff: 'off', allow_extend: false }, 'sandbox');
  before = await standings();
});
afterAll(() => api.stop());

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

/** What the holder may still ask; the outcome is asked without one. */
const toItsHolderAfterTheEnd: Readonly<Record<string, number>> = {
  '/verify/:token/state': 200,
  '/verify/:token/complete': 202,
  '/verify/:token/sandbox-outcome': 422,
};

/** What the page that handed its session off may still do (`test/api/capture/handoff.201.test.ts`). */
const ofWhoHandedOff: ReadonlySet<string> = new Set([
  '/verify/:token/state',
  '/verify/:token/follow',
  '/verify/:token/handoff',
  '/verify/:token/handoff/cancel',
]);
/** Steps of a handed-off link alone. */
const afterHandingOff: ReadonlySet<string> = new Set([
  '/verify/:token/follow',
  '/verify/:token/handoff/cancel',
]);

describe.each(publicRoutesBy('link'))('%s', (_name, route) => {
  const at = (token: string, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(route, route.path.replace(':token', token), headers);
  const held = (link: CaptureLink, headers: Record<string, string> = {}): Promise<Answer> =>
    at(tokenOf(link), headers);

  it('410, the same for what is no token and for one that nobody has', async () => {
    const unknown = unknownToken();
    for (const token of [unknown, ...malformed, unsignedStreamToken, links('ofPage').id]) {
      expect(leakingNothing(await at(token, firstPage))).toEqual(unavailable);
    }
    for (const key of [api.liveKey, api.sandboxKey]) {
      expect(leakingNothing(await at(key))).toEqual(unavailable);
      expect(leakingNothing(await at(unknown, { 'X-API-Key': key }))).toEqual(unavailable);
    }
  });

  it.each(['replaced', 'ranOut', 'ranOutInUse', 'expired', 'erased', 'finishedLongAgo'] as const)(
    '410 for a link that is %s, even to the page that held it',
    async (name) => {
      for (const headers of [firstPage, otherPage, {}, { 'X-API-Key': api.sandboxKey }]) {
        expect(leakingNothing(await held(links(name), headers))).toEqual(unavailable);
      }
    },
  );

  it('410 for a handed-off link, to all but the page that held it, and to that for every step', async () => {
    for (const headers of [otherPage, {}, { 'X-API-Key': api.sandboxKey }]) {
      expect(leakingNothing(await held(links('handedOff'), headers))).toEqual(unavailable);
    }
    if (!ofWhoHandedOff.has(route.path)) {
      expect(leakingNothing(await held(links('handedOff'), firstPage))).toEqual(unavailable);
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

  it('a finished link says to the page that held it how it ended, and 410 to all else', async () => {
    const answer = await held(links('finished'), firstPage);
    expect(answer.status).toBe(toItsHolderAfterTheEnd[route.path] ?? 410);
    // Its own session, and where the page goes on to, it is told.
    const own = { id: null, session_id: null, redirect_url: null };
    leakingNothing({ ...answer, body: { ...answer.body, ...own } });
  });

  it('no cache keeps what it refuses, and no referrer tells of it', async () => {
    const { headers } = await at(unknownToken());
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ]);
  });

  it('is open to its holder', async () => {
    const { body } = await held(links('ofPage'), firstPage);
    if (afterHandingOff.has(route.path)) {
      expect(body['error']).toBe('token_unavailable');
      return;
    }
    expect([undefined, 'consent_required', 'not_offered', 'validation_failed']).toContain(
      body['error'],
    );
  });
});

/** After all of the above, whose tests come first. */
describe('whoever was refused', () => {
  it('has moved nothing: no link, no session, and nothing was kept', async () => {
    expect(await standings()).toEqual(before);
  });

  it('left no token in the log', () => {
    const log = api.log();
    expect(log).toContain('/verify/:token/');
    for (const name of linkNames) expect(log).not.toContain(tokenOf(links(name)));
  });
});

/** All that a step could have changed. */
async function standings(): Promise<unknown> {
  const tokens = await api.db
    .selectFrom('capture_tokens')
    .select(['id', 'status', 'bound_kind', 'expires_at'])
    .orderBy('id')
    .execute();
  const sessions = await api.db
    .selectFrom('sessions')
    .select(['id', 'status', 'consent_at', 'document_type', 'event_sequence', 'updated_at'])
    .orderBy('id')
    .execute();
  const count = async (table: 'documents' | 'timeline' | 'liveness_challenges'): Promise<number> =>
    (await api.db.selectFrom(table).select('session_id').execute()).length;
  const kept = [
    await count('documents'),
    await count('timeline'),
    await count('liveness_challenges'),
  ];
  return { tokens, sessions, kept };
}

function ask(route: Route, path: string, headers: Record<string, string>): Promise<Answer> {
  const json = route.method === 'GET' ? {} : { json: {} };
  return call(route.method, `${api.url}${path}`, { ...json, headers });
}
