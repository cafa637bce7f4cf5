import { call, text } from '../../processes/api-caller';
import { startWebhookReceiver } from '../../processes/webhook-receiver';
import { freePort } from '../../stack/free-port';
import type { BenchStack } from './bench-stack';
import { median } from './measure';

const creates = 60;

/** From a create's commit to its event at the receiver; alone, and beside an endpoint that is dead. */
export async function printWebhook(stack: BenchStack): Promise<void> {
  const receiver = await startWebhookReceiver();
  try {
    await addEndpoint(stack, receiver.url);
    await firstTries(stack, receiver);
    const alone = await firstTries(stack, receiver);
    await addEndpoint(stack, `http://127.0.0.1:${String(await freePort())}/dead`);
    const beside = await firstTries(stack, receiver);
    console.log(
      `webhook, first try: ${alone.toFixed(0)} ms from create to receiver (median); beside a dead endpoint ${beside.toFixed(0)} ms, ratio ${(beside / alone).toFixed(2)} (target below 1.1)`,
    );
  } finally {
    await receiver.close();
  }
}

async function addEndpoint({ apiUrl, key }: BenchStack, url: string): Promise<void> {
  const made = await call('POST', `${apiUrl}/api/v1/webhooks/endpoints`, { key, json: { url } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
}

async function firstTries(
  { apiUrl, key }: BenchStack,
  { received }: Awaited<ReturnType<typeof startWebhookReceiver>>,
): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < creates; count += 1) {
    const beganMs = performance.now();
    const created = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json: {} });
    const id = text(created.body, 'id');
    while (!received.some(({ body }) => body['session_id'] === id)) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    times.push(performance.now() - beganMs);
  }
  return median(times);
}
