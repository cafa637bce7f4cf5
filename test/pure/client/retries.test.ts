import {
  createClient,
  VerifaApiError,
  VerifaConnectionError,
  type Client,
  type ClientOptions,
} from '../../../services/client/src/index';
import {
  hangsUp,
  refuses,
  says,
  saysNothing,
  startScriptedService,
  type ScriptedService,
  type Step,
} from './scripted-service';

let service: ScriptedService;
afterEach(() => service.close());

async function clientOf(
  steps: readonly Step[],
  options: Partial<ClientOptions> = {},
): Promise<Client> {
  service = await startScriptedService(...steps);
  return createClient({ baseUrl: service.url, apiKey: 'vk_sandbox_x', ...options });
}

const busy = refuses(503, 'temporarily_unavailable', { 'Retry-After': '0' });
const done = says(201, { id: 'ses_1' });
const keysSent = (): unknown[] => service.asked.map(({ headers }) => headers['idempotency-key']);

describe('a write', () => {
  it('is sent again after 503 and after a lost connection, under one Idempotency-Key', async () => {
    const client = await clientOf([busy, hangsUp, done]);
    expect(await client.sessions.create({ external_ref: 'a' })).toEqual({ id: 'ses_1' });
    const [first, ...others] = keysSent();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(others).toEqual([first, first]);
    expect(new Set(service.asked.map(({ body }) => body))).toEqual(
      new Set(['{"external_ref":"a"}']),
    );
  });

  it('has another key than the call before it, or the one it is given', async () => {
    const client = await clientOf([done]);
    await client.sessions.create({});
    await client.sessions.create({});
    await client.sessions.create({}, { idempotencyKey: 'order-7' });
    const keys = keysSent();
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('order-7');
  });

  it('waits for its own first try, which the service is still doing', async () => {
    const running = refuses(409, 'idempotency_in_progress', { 'Retry-After': '0' });
    const client = await clientOf([hangsUp, running, done]);
    expect(await client.sessions.create({})).toEqual({ id: 'ses_1' });
  });
});

describe('a request', () => {
  it('is sent again after 429, and no more often than `maxRetries` says', async () => {
    const limited = refuses(429, 'rate_limited', { 'Retry-After': '0' });
    const client = await clientOf([limited], { maxRetries: 2 });
    await expect(client.sessions.retrieve('ses_1')).rejects.toMatchObject({
      code: 'rate_limited',
      status: 429,
      retryable: true,
    });
    expect(service.asked).toHaveLength(3);
    expect(keysSent()).toEqual([undefined, undefined, undefined]);
  });

  it.each<[string, Step, object]>([
    ['a refusal that stays', refuses(422, 'validation_failed'), { code: 'validation_failed' }],
    [
      'no tries being left, though that is 429 too',
      refuses(429, 'too_many_attempts'),
      { retryable: false },
    ],
    [
      'a wait of more than a minute',
      refuses(429, 'rate_limited', { 'Retry-After': '3600' }),
      { retryable: true },
    ],
    [
      'a redirect, which would take the key along',
      says(302, {}, { Location: 'http://127.0.0.1:1/' }),
      { code: 'unexpected_answer', status: 302 },
    ],
    [
      'an answer that is no JSON',
      (response) => response.end('<html>'),
      { code: 'unreadable_answer', status: 200 },
    ],
  ])('is sent once at %s', async (_what, step, told) => {
    const client = await clientOf([step]);
    const refused = client.sessions.retrieve('ses_1');
    await expect(refused).rejects.toBeInstanceOf(VerifaApiError);
    await expect(refused).rejects.toMatchObject(told);
    expect(service.asked).toHaveLength(1);
  });

  it('fails as a connection when no answer comes in time', async () => {
    const client = await clientOf([saysNothing], { maxRetries: 0, timeoutMs: 50 });
    await expect(client.sessions.retrieve('ses_1')).rejects.toBeInstanceOf(VerifaConnectionError);
  });

  it('ends at once, with the reason given, when its caller gives up', async () => {
    const client = await clientOf([saysNothing]);
    const reason = new Error('the page was closed');
    const signal = AbortSignal.abort(reason);
    await expect(client.sessions.retrieve('ses_1', { signal })).rejects.toBe(reason);
    expect(service.asked).toHaveLength(0);
  });

  it('has nothing to say of 204', async () => {
    const client = await clientOf([says(204, null)]);
    const deleted = client.request('DELETE /api/v1/webhooks/endpoints/{id}', {
      params: { id: 'whe_1' },
    });
    await expect(deleted).resolves.toBeUndefined();
  });
});
