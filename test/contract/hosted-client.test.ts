import { createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { eventually } from '../processes/running-process';
import { startService, type RunningService } from '../processes/running-service';
import {
  startWebhookReceiver,
  type ReceivedWebhook,
  type WebhookReceiver,
} from '../processes/webhook-receiver';

/**
 * A client written for the published service, against its documents only (`1-lifecycle.md`,
 * `2-api-conventions.md`, `5-webhooks.md`): it knows nothing of our code, and nothing is changed for it.
 */
let service: RunningService;
let receiver: WebhookReceiver;
let secret: string;

beforeAll(async () => {
  [service, receiver] = await Promise.all([startService(), startWebhookReceiver()]);
  const endpoint = await ask('POST', '/webhooks/endpoints', { url: receiver.url });
  expect(endpoint.status).toBe(201);
  secret = String(endpoint.body['secret']);
});
afterAll(async () => {
  await service.stop();
  await receiver.close();
});

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function ask(method: string, path: string, json?: unknown): Promise<Reply> {
  const response = await fetch(`${service.apiUrl}/api/v1${path}`, {
    method,
    headers: { 'X-API-Key': service.sandboxKey, 'Content-Type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new Error('no object');
  return { status: response.status, body: Object.fromEntries(Object.entries(body)) };
}

/** The recipe of the documents: `t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t + "." + raw body)>`. */
function isSigned({ headers, rawBody }: ReceivedWebhook): boolean {
  const parts = String(headers['x-verifa-signature']).split(',');
  const value = (name: string): string =>
    parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const expected = createHmac('sha256', secret)
    .update(`${value('t')}.${rawBody}`)
    .digest();
  const given = Buffer.from(value('v1'), 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function eventsOf(id: unknown, last: string): Promise<readonly ReceivedWebhook[]> {
  const mine = (): readonly ReceivedWebhook[] =>
    receiver.received.filter(({ body }) => body['session_id'] === id);
  // Webhooks may overtake each other: `sequence` tells when none is missing before the last.
  await eventually(`everything up to ${last}`, () => {
    const end = mine().find(({ body }) => body['event'] === last)?.body['sequence'];
    const seen = new Set(mine().map(({ body }) => body['sequence']));
    return Promise.resolve(typeof end === 'number' && seen.size >= end ? true : undefined);
  });
  return mine();
}

test.each([
  ['approve', 'completed', 'approved', 'session.approved'],
  ['decline', 'completed', 'rejected', 'session.declined'],
  ['require-review', 'under_review', 'needs_review', 'session.requires-review'],
  ['expire', 'expired', null, 'session.expired'],
])(
  'create → one-time link → simulate %s → result and webhooks',
  async (action, status, result, event) => {
    const created = await ask('POST', '/sessions', {
      reference_id: `contract-${action}`,
      redirect_uri: 'https://integrator.example/back',
    });
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect(created.body).toMatchObject({
      external_ref: `contract-${action}`,
      status: 'pending',
      redirect_url: 'https://integrator.example/back',
    });

    const link = await ask('POST', `/sessions/${String(id)}/generate-one-time-link`, {
      expires_in_minutes: 30,
    });
    expect(link.status).toBe(201);
    expect(link.body).toMatchObject({ session_id: id, status: 'created' });
    expect(String(link.body['capture_url'])).not.toBe(created.body['capture_url']);
    expect(String(link.body['qr_code_data_url'])).toMatch(/^data:image\/png;base64,/);

    const simulated = await ask('POST', `/sessions/${String(id)}/simulate`, { action });
    expect(simulated).toMatchObject({
      status: 200,
      body: { id, action, status, simulated: true },
    });
    expect((await ask('GET', `/sessions/${String(id)}`)).body).toMatchObject({ id, status });
    const read = await ask('GET', `/sessions/${String(id)}/result`);
    if (result === null) expect(read).toMatchObject({ status: 404, body: { error: 'not_found' } });
    else expect(read).toMatchObject({ status: 200, body: { session_id: id, status: result } });

    const received = await eventsOf(id, event);
    for (const webhook of received) {
      expect(isSigned(webhook)).toBe(true);
      const header = (name: string): string => String(webhook.headers[name]);
      const standard = new Webhook(secret).verify(webhook.rawBody, {
        'webhook-id': header('webhook-id'),
        'webhook-timestamp': header('webhook-timestamp'),
        'webhook-signature': header('webhook-signature'),
      });
      expect(standard).toMatchObject({ session_id: id, is_sandbox: true });
      const { id: eventId, idempotency_key: key, external_ref: reference } = webhook.body;
      expect([eventId, key, header('webhook-id')]).toEqual([eventId, eventId, eventId]);
      expect(reference).toBe(`contract-${action}`);
    }
    const sequences = received.map(({ body }) => Number(body['sequence']));
    expect(Math.max(...sequences)).toBe(new Set(sequences).size);
  },
);
