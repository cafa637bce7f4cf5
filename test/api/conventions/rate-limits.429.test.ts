import { call, text } from '../../processes/api-caller';
import { firstPage, newLink } from '../capture/capture-link';
import { startApi, type RunningApi } from '../running-api';

/** The clock stands: a minute lasts as long as the test. */
let api: RunningApi;
let other: string;
let nowMs = Date.UTC(2026, 0, 1, 12, 0, 30);
beforeAll(async () => {
  api = await startApi({ now: () => new Date(nowMs) });
  other = await api.another();
});
afterAll(() => api.stop());
beforeEach(() => {
  nowMs += 60_000;
});

async function onPlan(plan: 'free' | 'unlimited'): Promise<void> {
  await api.db.updateTable('organizations').set({ plan }).execute();
}

const list = (url: string) =>
  fetch(`${url}/api/v1/sessions`, { headers: { 'X-API-Key': api.liveKey } });

it('300 requests a minute on the free plan, over both processes; then 429 until the minute ends', async () => {
  await onPlan('free');
  const statuses: number[] = [];
  for (let round = 0; round < 16; round += 1) {
    const urls = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? api.url : other));
    statuses.push(...(await Promise.all(urls.map(list))).map(({ status }) => status));
  }
  // Exact within one lot a process.
  const allowed = statuses.filter((status) => status === 200).length;
  expect(allowed).toBeGreaterThan(300 - 2 * 15);
  expect(allowed).toBeLessThanOrEqual(300);
  const refused = await list(api.url);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ error: 'rate_limited', status_code: 429 });
  expect(Number(refused.headers.get('retry-after'))).toBe(30);
  expect(refused.headers.get('x-ratelimit-limit')).toBe('300');
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  nowMs += 60_000;
  const next = await list(api.url);
  expect(next.status).toBe(200);
  expect(Number(next.headers.get('x-ratelimit-remaining'))).toBeLessThanOrEqual(299);
});

it('50 sessions a minute; what was refused is not stored under its Idempotency-Key', async () => {
  await onPlan('free');
  const create = (n: number) =>
    api.ask('POST', '/api/v1/sessions', {
      json: {},
      headers: { 'Idempotency-Key': `n${String(n)}` },
    });
  const answers = [];
  for (let n = 0; n < 51; n += 1) answers.push(await create(n));
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(50).fill(201), 429]);
  const limits = await api.ask('GET', '/api/v1/rate-limits');
  expect(limits.body).toMatchObject({
    plan: 'free',
    requests: { limit: 300, used: 52 },
    session_creates: { limit: 50 },
  });
  nowMs += 60_000;
  expect((await create(50)).status).toBe(201);
});

it('nothing is counted on the unlimited plan', async () => {
  await onPlan('unlimited');
  const answered = await list(api.url);
  expect(answered.headers.get('x-ratelimit-limit')).toBe('unlimited');
});

it('120 requests a minute with one capture link', async () => {
  const link = await newLink(api);
  const statuses: number[] = [];
  for (let count = 0; count < 121; count += 1) {
    statuses.push((await link.get('state', { headers: firstPage })).status);
  }
  expect(statuses.indexOf(429)).toBe(120);
});

it('20 unknown links a minute from one address, wherever they point', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 21; count += 1) {
    const secret = String(count).padStart(43, 'A');
    statuses.push((await call('GET', `${api.url}/verify/${secret}/state`, {})).status);
  }
  expect(statuses).toEqual([...Array<number>(20).fill(410), 429]);
  // Nothing of the address or of a link stands in the counters.
  const rows = await api.db.selectFrom('rate_windows').selectAll().execute();
  expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|AAAAAAAA/);
  expect(text((await newLinkBody()).body, 'capture_url')).toContain('/verify/');
});

function newLinkBody() {
  return api.ask('POST', '/api/v1/sessions', { json: {} });
}
