import { captureLimits } from '../../../shared/domain/limits/plan';
import type { RateCounter } from '../../../shared/limits/rate-counter';
import { startApi, type RunningApi } from '../running-api';

/** Allows two requests of a subject, and keeps what it was asked about. */
const asked: string[] = [];
const rates: RateCounter = {
  take(subject, limit) {
    asked.push(`${subject.split('/')[0] ?? ''} ${String(limit)}`);
    const taken = asked.length;
    const resetAt = new Date(Date.now() + 60_000);
    return Promise.resolve({ isAllowed: taken <= 2, limit, remaining: 0, resetAt });
  },
  used: () => Promise.resolve(0),
};

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ deps: { rates } });
});
afterAll(() => api.stop());

it('429 for an address that asks for logos without end; what is no name of one costs nobody anything', async () => {
  const ask = (name: string): Promise<Response> => fetch(`${api.url}/logos/${name}`);
  const name = `${'0'.repeat(64)}.png`;
  for (let times = 0; times < 2; times += 1) {
    expect((await ask('nothing')).status).toBe(404);
    expect((await ask(name)).status).toBe(404);
  }
  const refused = await ask(name);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('cache-control') ?? '').not.toContain('public');
  const counted = `address ${String(captureLimits.perAddress)}`;
  expect(asked).toEqual([counted, counted, counted]);
});
