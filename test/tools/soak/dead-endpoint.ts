import { createServer } from 'node:http';
import { nextDelayMs } from '../../../activities/webhooks/schedule';
import { median } from '../bench/measure';
import { call, text } from '../../processes/api-caller';
import type { RunningService } from '../../processes/running-service';
import { startWebhookReceiver, type WebhookReceiver } from '../../processes/webhook-receiver';
import { freePort } from '../../stack/free-port';

/** From an event's birth to its arrival at a healthy endpoint, medians over all blocks. */
export interface DeadEndpointResult {
  readonly aloneMs: number;
  /** Beside one that takes connections and never says a word: holds a deliverer up longest. */
  readonly besideSilentMs: number;
  /** Beside one that nobody listens at: keeps a deliverer busiest. */
  readonly besideRefusingMs: number;
}

export interface DeadEndpointWish {
  readonly blocks: number;
  readonly samplesPerBlock: number;
  /** Before a block is measured: enough for every worker to find the dead endpoint out. */
  readonly warmUpsPerBlock: number;
  readonly retryScale: number;
}

const turns = ['alone', 'silent', 'refusing', 'alone'] as const;
type Turn = (typeof turns)[number];

/**
 * A healthy endpoint with and without a dead one beside it, in turns, so that what else the machine does
 * falls on all alike.
 */
export async function besideDeadEndpoint(
  service: RunningService,
  wish: DeadEndpointWish,
): Promise<DeadEndpointResult> {
  const healthy = await startWebhookReceiver();
  const endpoint = await addEndpoint(service, healthy.url);
  const times: Record<Turn, number[]> = { alone: [], silent: [], refusing: [] };
  try {
    for (let block = 0; block < wish.blocks; block += 1) {
      const turn = turns[block % turns.length] ?? 'alone';
      const measure = (): Promise<readonly number[]> => latencies(service, healthy, wish);
      times[turn].push(
        ...(turn === 'alone' ? await measure() : await withDeadEndpoint(service, turn, measure)),
      );
    }
  } finally {
    await removeEndpoint(service, endpoint);
    await healthy.close();
  }
  return {
    aloneMs: median(times.alone),
    besideSilentMs: median(times.silent),
    besideRefusingMs: median(times.refusing),
  };
}

async function latencies(
  service: RunningService,
  healthy: WebhookReceiver,
  { samplesPerBlock, warmUpsPerBlock, retryScale }: DeadEndpointWish,
): Promise<readonly number[]> {
  for (let count = 0; count < warmUpsPerBlock; count += 1) await oneLatency(service, healthy);
  await new Promise((resolve) => setTimeout(resolve, firstRetriesMs(retryScale)));
  const times: number[] = [];
  while (times.length < samplesPerBlock) times.push(await oneLatency(service, healthy));
  return times;
}

/**
 * For how long the first failures come back in quick succession. In earnest ten minutes pass over three
 * retries; the soak's scale crowds them into seconds, which would measure the scale.
 */
function firstRetriesMs(scale: number): number {
  const delay = (failedTries: number): number =>
    nextDelayMs({ failedTries, retryAfterMs: null, scale, random: 1 }) ?? 0;
  return delay(1) + delay(2) + delay(3);
}

async function oneLatency(
  { apiUrl, sandboxKey: key }: RunningService,
  { received }: WebhookReceiver,
): Promise<number> {
  const from = received.length;
  const created = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json: {} });
  const id = text(created.body, 'id');
  const bound = Date.now() + 60_000;
  for (;;) {
    const event = received.slice(from).find(({ body }) => body['session_id'] === id);
    if (event !== undefined) return event.atMs - Date.parse(text({ ...event.body }, 'created_at'));
    if (Date.now() > bound) throw new Error('no event at the healthy endpoint');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function withDeadEndpoint<T>(
  service: RunningService,
  kind: Exclude<Turn, 'alone'>,
  work: () => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const silent = createServer(() => undefined);
  if (kind === 'silent') {
    await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
  }
  const id = await addEndpoint(service, `http://127.0.0.1:${String(port)}/dead`);
  try {
    return await work();
  } finally {
    await removeEndpoint(service, id);
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  }
}

async function addEndpoint(
  { apiUrl, sandboxKey: key }: RunningService,
  url: string,
): Promise<string> {
  const made = await call('POST', `${apiUrl}/api/v1/webhooks/endpoints`, { key, json: { url } });
  return text(made.body, 'id');
}

async function removeEndpoint(
  { apiUrl, sandboxKey: key }: RunningService,
  id: string,
): Promise<void> {
  await call('DELETE', `${apiUrl}/api/v1/webhooks/endpoints/${id}`, { key });
}
