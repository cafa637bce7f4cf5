import { randomBytes } from 'node:crypto';
import { networkOf } from '../../../services/api/http/client-address';
import { newApiKey } from '../../../shared/auth/api-key';
import { captureLimits, failuresPerAddress } from '../../../shared/domain/limits/plan';
import { call, type Answer } from '../../processes/api-caller';
import { newLink } from '../capture/capture-link';
import { startApi, type RunningApi } from '../running-api';

/** Whoever asks with what opens nothing is told to wait, and leaves nothing behind. */
const at = new Date();
let api: RunningApi;
beforeEach(async () => {
  // The clock stands: all of it happens in one minute.
  api = await startApi({ now: () => at });
});
afterEach(() => api.stop());

async function rows(): Promise<string[]> {
  const found = await api.db.selectFrom('rate_windows').select('subject').execute();
  return found.map(({ subject }) => subject.replace(/\/.*/, '')).sort();
}

/** Asks until it is told to wait, and says how often it was not. */
async function refusals(ask: () => Promise<Answer>): Promise<number> {
  for (let count = 0; count <= failuresPerAddress * 2; count += 1) {
    const { status, headers } = await ask();
    if (status !== 429) continue;
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    return count;
  }
  throw new Error('never told to wait');
}

const sessionId = 'ses_01kb0000000000000000000000';
const openings: readonly (readonly [string, () => Promise<Answer>])[] = [
  ['an unknown key', () => api.ask('GET', '/api/v1/sessions', { key: newApiKey('live').key })],
  ['what is no key', () => api.ask('GET', '/api/v1/sessions', { key: 'nonsense' })],
  [
    'a key at /mcp',
    () => call('POST', `${api.url}/mcp`, { headers: { Authorization: 'Bearer nonsense' } }),
  ],
  [
    'a signature',
    () =>
      call(
        'GET',
        `${api.url}/api/v1/sessions/${sessionId}/documents/id_front?expires=9999999999&sig=${randomBytes(32).toString('hex')}`,
      ),
  ],
  [
    "a stream's token",
    () => call('GET', `${api.url}/api/v1/sessions/${sessionId}/stream?token=9999999999.AAAA`),
  ],
];

it.each(openings)('%s', async (_name, ask) => {
  expect(await refusals(ask)).toBe(failuresPerAddress);
  expect(await rows()).toEqual(['failures']);
  // A good key from the same address is not held up.
  expect((await api.ask('GET', '/api/v1/sessions')).status).toBe(200);
});

it('made-up links are counted by address, and leave no counter each', async () => {
  const before = await refusals(() =>
    call('GET', `${api.url}/verify/${randomBytes(32).toString('base64url')}/state`),
  );
  expect(before).toBe(captureLimits.unknownTokens);
  expect(await rows()).toEqual(['address', 'unknown']);
  await (await newLink(api)).get('state');
  expect(await rows()).toEqual(['address', 'link', 'unknown']);
});

it('an IPv6 network counts as one, an IPv4 address as itself', () => {
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:db8:1:2:ffff:ffff:ffff:ffff'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('198.51.100.7')).toBe('198.51.100.7');
  expect(networkOf('unknown')).toBe('unknown');
});
