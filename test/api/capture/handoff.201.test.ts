import { wipeClosedTokens } from '../../../activities/session/forget';
import { isId } from '../../../shared/domain/ids';
import { openEventSource, type EventSource } from '../stream/event-source';
import { noRates } from '../public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from '../documents/pictures';
import { call, text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { setSettings } from '../../stack/set-settings';
import {
  atDocument,
  captureAll,
  consent,
  firstPage,
  linkAt,
  newLink,
  otherPage,
  type CaptureLink,
} from './capture-link';

let api: RunningApi;
let picture: Buffer;
let aheadMs = 0;
const open: EventSource[] = [];
beforeAll(async () => {
  picture = await noisePicture(1);
  const now = (): Date => new Date(Date.now() + aheadMs);
  api = await startApi({ worker: true, now, deps: { rates: noRates } });
});
beforeEach(async () => {
  aheadMs = 0;
  await setSettings(api.db, {}, 'live');
});
afterEach(() => {
  for (const source of open.splice(0)) source.close();
});
afterAll(() => api.stop());

const laptop = { headers: firstPage };
const phone = { headers: otherPage };
const tablet = { headers: { 'X-Verifa-Page': 'third-page-0123456789abcdef' } };

interface HandedOff {
  readonly old: CaptureLink;
  readonly fresh: CaptureLink;
  readonly followUrl: string;
}

/** From the laptop, before any consent, to whoever opens the fresh link. */
async function handedOff(): Promise<HandedOff> {
  const old = await newLink(api);
  return handOver(old, firstPage);
}

async function handOver(old: CaptureLink, headers: Record<string, string>): Promise<HandedOff> {
  const { status, body } = await old.post('handoff', { headers });
  expect(status).toBe(201);
  const fresh = linkAt(old.id, text(body, 'capture_url'));
  return { old, fresh, followUrl: text(body, 'follow_url') };
}

async function follow(url: string, headers: Record<string, string> = {}): Promise<EventSource> {
  const source = await openEventSource(url, headers);
  open.push(source);
  return source;
}

function gone({ status, body }: Answer): void {
  expect([status, body['error']]).toEqual([410, 'token_unavailable']);
}

async function isLive(link: CaptureLink, asked: typeof laptop): Promise<boolean> {
  return 'required' in (await link.get('state', asked)).body;
}

async function timeline(id: string): Promise<string[]> {
  const { body } = await api.ask('GET', `/api/v1/sessions/${id}/events`);
  return JSON.stringify(body['data']).match(/handoff(_cancelled)?/g) ?? [];
}

it('before consent, which is then given where the pictures are taken; the laptop follows step by step', async () => {
  const { old, fresh } = await handedOff();
  const state = await old.get('state', laptop);
  expect(state.body).toEqual({
    session_id: old.id,
    status: 'pending',
    organization: expect.any(Object) as unknown,
    language: null,
    handed_off: true,
    follow: { connected: false, step: 'document_type', done: [] },
    seconds_left: expect.any(Number) as unknown,
  });
  await atDocument(fresh, otherPage);
  expect((await old.get('state', laptop)).body).toMatchObject({
    status: 'capturing',
    follow: { connected: true, step: 'id_front', done: ['document_type'] },
  });
  expect(await timeline(old.id)).toEqual(['handoff']);
});

it('409 where organisation or workflow offers none, and the link stays live', async () => {
  await setSettings(api.db, { handoff: 'off' });
  const link = await newLink(api);
  const { body } = await link.post('handoff', laptop);
  expect(body).toMatchObject({ status_code: 409, error: 'not_offered' });
  expect(await isLive(link, laptop)).toBe(true);
});

describe('asked again', () => {
  it('by a page that was loaded anew, it shows the same link until somebody has taken that up', async () => {
    const { old, fresh } = await handedOff();
    const again = await old.post('handoff', laptop);
    expect(again.body).toMatchObject({ capture_url: fresh.url });
    await consent(fresh, otherPage);
    expect((await old.post('handoff', laptop)).body).toMatchObject({ error: 'link_in_use' });
    expect(await timeline(old.id)).toEqual(['handoff']);
  });

  it('of two at once there is one link, and the old one is not live', async () => {
    const link = await newLink(api);
    await link.post('consent', { json: { accepted: false, version: '1' }, ...laptop });
    const answers = await Promise.all([link.post('handoff', laptop), link.post('handoff', laptop)]);
    const urls = answers.flatMap(({ status, body }) =>
      status === 201 ? [text(body, 'capture_url')] : [],
    );
    expect(new Set(urls).size).toBe(1);
    expect(await isLive(link, laptop)).toBe(false);
    expect(await timeline(link.id)).toEqual(['handoff']);
  });
});

it('to and fro twenty times a capture: 429 from then on, nothing is told to anybody, and the link goes on', async () => {
  let live = await newLink(api);
  const first = live;
  for (let times = 0; times < 20; times += 1) live = (await handOver(live, firstPage)).fresh;
  const told = await timeline(live.id);
  const refused = await live.post('handoff', laptop);
  expect([refused.status, refused.body['error']]).toEqual([429, 'too_many_attempts']);
  expect(await timeline(live.id)).toEqual(told);
  expect(await isLive(live, laptop)).toBe(true);
  // Who handed it off first can still take it back.
  const back = linkAt(
    first.id,
    text((await first.post('handoff/cancel', laptop)).body, 'capture_url'),
  );
  expect(await isLive(back, laptop)).toBe(true);
  expect((await back.post('handoff', laptop)).status).toBe(429);
});

describe('a stranger with the old link', () => {
  it('neither reads nor follows it, nor takes the session back; no page is a stranger too', async () => {
    const { old, fresh } = await handedOff();
    for (const headers of [
      otherPage,
      {},
      { Cookie: `verifa_page=${otherPage['X-Verifa-Page']}` },
    ]) {
      gone(await old.get('state', { headers }));
      gone(await old.get('follow', { headers }));
      gone(await old.post('handoff', { headers }));
      gone(await old.post('handoff/cancel', { headers }));
    }
    expect(await isLive(fresh, phone)).toBe(true);
  });

  it('a link that was held without a page is nobody’s afterwards, but for who has its follow_url', async () => {
    const old = await newLink(api);
    const { followUrl } = await handOver(old, {});
    gone(await old.get('state'));
    gone(await old.post('handoff/cancel'));
    const source = await follow(followUrl);
    expect(source.response.statusCode).toBe(200);
  });

  it('a follow_url opens its own link only, reads no state, and cannot be made up', async () => {
    const mine = await handedOff();
    const theirs = await handedOff();
    const claim = mine.followUrl.slice(mine.followUrl.indexOf('?'));
    for (const url of [
      `${theirs.old.url}/follow${claim}`,
      `${mine.fresh.url}/follow${claim}`,
      `${mine.old.url}/follow?token=9999999999.${'A'.repeat(43)}`,
      `${mine.old.url}/follow?token=`.concat('x'),
      `${mine.old.url}/follow`,
    ]) {
      gone(await call('GET', url));
    }
    const state = await call('GET', `${mine.old.url}/state${claim}`);
    expect([410, 422]).toContain(state.status);
    expect(JSON.stringify(state.body)).not.toContain(mine.old.id);
    // Long after the link and all its more time have ended.
    aheadMs = 3 * 3_600_000;
    gone(await call('GET', mine.followUrl));
  });
});

describe('following', () => {
  async function heard(source: EventSource, count: number): Promise<readonly unknown[]> {
    await eventually(`${String(count)} events`, () =>
      Promise.resolve(source.events.length >= count ? true : undefined),
    );
    return source.events.map(({ data }) => data);
  }

  it.each([
    ['by the signed address', () => ({})],
    ['by the page’s cookie', () => ({ Cookie: `verifa_page=${firstPage['X-Verifa-Page']}` })],
  ])('%s: where it stands, each change once, and the end', async (_name, headers) => {
    const old = await newLink(api, {}, api.sandboxKey);
    const { fresh, followUrl } = await handOver(old, firstPage);
    const url = Object.keys(headers()).length === 0 ? followUrl : `${old.url}/follow`;
    const source = await follow(url, headers());
    expect(source.response.headers['cache-control']).toBe('no-store');
    expect(await heard(source, 1)).toEqual([
      { status: 'pending', connected: false, step: 'document_type', done: [] },
    ]);
    await captureAll(fresh, picture);
    await fresh.post('complete');
    await fresh.post('sandbox-outcome', { json: { outcome: 'approve' } });
    const told = (await source.ended).map(({ data }) => JSON.stringify(data));
    expect(new Set(told).size).toBe(told.length);
    expect(JSON.parse(told.at(-1) ?? '')).toMatchObject({ status: 'completed', connected: true });
    // A browser that connects again is told that there is no more.
    const again = await follow(url, { ...headers(), 'Last-Event-ID': '1' });
    expect(again.response.statusCode).toBe(204);
  });

  it('ends when the session is redacted, and nothing of it is readable afterwards', async () => {
    const { old, followUrl } = await handedOff();
    const source = await follow(followUrl);
    await heard(source, 1);
    await api.ask('DELETE', `/api/v1/sessions/${old.id}/data`);
    await source.ended;
    gone(await call('GET', followUrl));
    gone(await old.get('state', laptop));
  });

  it('six streams of one link are one too many', async () => {
    const { followUrl } = await handedOff();
    for (let places = 0; places < 5; places += 1) {
      expect((await follow(followUrl)).response.statusCode).toBe(200);
    }
    expect((await follow(followUrl)).response.statusCode).toBe(429);
  });
});

describe('taken back', () => {
  it('the other device’s link is dead at once; what it sent is there, and the old link is dead too', async () => {
    const { old, fresh, followUrl } = await handedOff();
    await atDocument(fresh, otherPage);
    const source = await follow(followUrl);
    const back = await old.post('handoff/cancel', laptop);
    expect(back.status).toBe(201);
    gone(await fresh.get('state', phone));
    gone(await old.get('state', laptop));
    gone(await old.post('handoff/cancel', laptop));
    await source.ended;
    const here = linkAt(old.id, text(back.body, 'capture_url'));
    const state = await here.get('state', laptop);
    expect(state.body).toMatchObject({
      consent_given: true,
      required: expect.arrayContaining([{ piece: 'document_type', done: true }]) as unknown,
    });
    expect(await timeline(old.id)).toEqual(['handoff', 'handoff_cancelled']);
    const { body } = await api.ask('GET', `/api/v1/sessions/${old.id}/links`);
    expect(body['data']).toMatchObject([
      { status: 'created' },
      { status: 'revoked' },
      { status: 'revoked' },
    ]);
  });

  it('not once it was submitted: 409, and the laptop reads what the phone reads', async () => {
    const old = await newLink(api, {}, api.sandboxKey);
    const { fresh } = await handOver(old, firstPage);
    await captureAll(fresh, picture);
    await fresh.post('complete');
    const refused = await old.post('handoff/cancel', laptop);
    expect(refused.body).toMatchObject({ status_code: 409, error: 'invalid_state' });
    gone(await old.post('handoff', laptop));
    expect((await old.get('state', laptop)).body).toEqual((await fresh.get('state')).body);
    await fresh.post('sandbox-outcome', { json: { outcome: 'approve' } });
    expect((await old.get('state', laptop)).body).toMatchObject({ status: 'completed' });
    aheadMs = 10 * 60_000 + 1_000;
    gone(await old.get('state', laptop));
  });
});

describe('handed on from the device that it was handed to', () => {
  async function chain() {
    const { old: first, fresh: second } = await handedOff();
    const { fresh: third } = await handOver(second, otherPage);
    await consent(third, tablet.headers);
    return { first, second, third };
  }

  it('both follow, and the middle one takes it back from the last alone', async () => {
    const { first, second, third } = await chain();
    for (const [link, asked] of [
      [first, laptop],
      [second, phone],
    ] as const) {
      expect((await link.get('state', asked)).body).toMatchObject({ follow: { connected: true } });
    }
    expect((await second.post('handoff/cancel', phone)).status).toBe(201);
    gone(await third.get('state', tablet));
    expect((await first.get('state', laptop)).body).toMatchObject({ follow: { connected: false } });
  });

  it('the first takes it back from all', async () => {
    const { first, second, third } = await chain();
    expect((await first.post('handoff/cancel', laptop)).status).toBe(201);
    gone(await third.get('state', tablet));
    gone(await second.get('state', phone));
    gone(await second.post('handoff/cancel', phone));
  });
});

describe('a handed-off link ends', () => {
  it.each([
    ['a new link of the integrator’s', 'generate-one-time-link'],
    ['the session’s expiry by hand', 'expire'],
    ['a resume', 'resume'],
  ])('with %s', async (_name, path) => {
    const { old } = await handedOff();
    const { status } = await api.ask('POST', `/api/v1/sessions/${old.id}/${path}`, { json: {} });
    expect(status).toBeLessThan(300);
    gone(await old.get('state', laptop));
    gone(await old.post('handoff/cancel', laptop));
  });

  it('with the session’s time', async () => {
    const { old } = await handedOff();
    aheadMs = 21 * 60_000;
    gone(await old.get('state', laptop));
    gone(await old.post('handoff/cancel', laptop));
  });

  it('and is forgotten ten minutes after the end', async () => {
    const old = await newLink(api, {}, api.sandboxKey);
    const { fresh } = await handOver(old, firstPage);
    await captureAll(fresh, picture);
    await fresh.post('sandbox-outcome', { json: { outcome: 'approve' } });
    const { id } = old;
    if (!isId('session', id)) throw new Error('no session');
    const hashes = async () =>
      (
        await api.db
          .selectFrom('capture_tokens')
          .select(['token_hash', 'binding_hash'])
          .where('session_id', '=', id)
          .execute()
      ).flatMap((row) => [row.token_hash, row.binding_hash].filter((hash) => hash !== null));
    expect((await hashes()).length).toBeGreaterThan(1);
    await wipeClosedTokens(api.db, new Date(Date.now() + 11 * 60_000));
    expect(await hashes()).toEqual([]);
  });
});
