import { connectDatabase } from '../../../../shared/database/connect';
import type { SessionId } from '../../../../shared/domain/ids';
import { appendEvent } from '../../../../shared/outbox/append-event';
import { call } from '../../../processes/api-caller';
import { startWebhookReceiver } from '../../../processes/webhook-receiver';
import { partsOf, pause } from './cpu';
import { totalMs, type PerPart } from './kind';
import { readProcesses } from './process-tree';
import type { Product } from './product';

const perSecond = 100;
const offeredForSeconds = 6;
/** What has not arrived by then counts as late as this. */
const longestWaitMs = 45_000;

export interface WebhookCost {
  /** Of one that was delivered, all parts, less what they use while idle. */
  readonly cpuMs: number;
  readonly p95Ms: number;
  readonly offered: number;
  readonly delivered: number;
}

/** Events at a steady rate, each a commit of its own as a session's are, to one endpoint on this machine. */
export async function measureWebhooks(
  product: Product,
  session: SessionId,
  idleMsPerSecond: PerPart,
): Promise<WebhookCost> {
  const { apiUrl, keys, databaseUrl, pids } = product;
  const db = connectDatabase({ url: databaseUrl, maxConnections: 10 });
  const receiver = await startWebhookReceiver();
  try {
    const json = { url: receiver.url };
    const key = keys.liveKey;
    const made = await call('POST', `${apiUrl}/api/v1/webhooks/endpoints`, { key, json });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    const owner = {
      id: session,
      organization_id: keys.organizationId,
      environment: 'live',
    } as const;
    const offered = new Map<string, number>();
    const offer = async (sequence: number): Promise<void> => {
      const at = new Date();
      const event = { type: 'session.created', data: { status: 'pending' }, at } as const;
      const id = await appendEvent(db, owner, { ...event, sequence });
      offered.set(id, at.getTime());
    };
    // Sockets, plans and workers' caches are made before anything is measured.
    for (let warm = 0; warm < 30; warm += 1) await offer(10_000 + warm);
    await arrived(receiver.received, 30);
    const warmed = receiver.received.length;
    offered.clear();

    const begunMs = performance.now();
    const before = await readProcesses();
    const count = perSecond * offeredForSeconds;
    const offers: Promise<void>[] = [];
    for (let sequence = 0; sequence < count; sequence += 1) {
      const dueMs = begunMs + (sequence * 1_000) / perSecond;
      await pause(Math.max(0, dueMs - performance.now()));
      offers.push(offer(20_000 + sequence));
    }
    await Promise.all(offers);
    await arrived(receiver.received, warmed + count);
    await pause(1_000);
    const seconds = (performance.now() - begunMs) / 1_000;
    const used = partsOf(pids, before, await readProcesses());
    const atMs = new Map<unknown, number>();
    for (const { body, atMs: receivedMs } of receiver.received) {
      if (!atMs.has(body['id'])) atMs.set(body['id'], receivedMs);
    }
    const delivered = [...offered.keys()].filter((id) => atMs.has(id)).length;
    return {
      cpuMs: (totalMs(used) - totalMs(idleMsPerSecond) * seconds) / Math.max(1, delivered),
      p95Ms: percentile(
        [...offered].map(([id, sentMs]) => (atMs.get(id) ?? sentMs + longestWaitMs) - sentMs),
        0.95,
      ),
      offered: count,
      delivered,
    };
  } finally {
    await receiver.close();
    await db.destroy();
  }
}

async function arrived(received: readonly unknown[], count: number): Promise<void> {
  const end = Date.now() + longestWaitMs;
  while (received.length < count && Date.now() < end) await pause(50);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
