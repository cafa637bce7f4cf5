import { call, text } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import type { RunningService } from '../processes/running-service';
import { seeded } from './seeded';
import { startUnreliableReceiver, type UnreliableReceiver } from './unreliable-receiver';

export interface SoakWish {
  readonly sessions: number;
  /** How many sessions are driven at once. */
  readonly atOnce: number;
  readonly seed: number;
  /** Deaths, spread over the run: of the worker, and of the receiver. */
  readonly workerKills: number;
  readonly receiverDeaths: number;
}

export interface SoakResult {
  /** Events of the sessions, in the database. */
  readonly events: number;
  /** Events that the receiver said 200 to at least once. */
  readonly arrived: number;
  /** Of these, how many only after a replay by hand: all tries of their first round had failed. */
  readonly replayed: number;
  /** Sessions whose sequence numbers arrived without a gap. */
  readonly wholeSequences: number;
  /** Tries of one delivery round that ended in a failure, the most there were. */
  readonly mostFailedTries: number;
  /** Times an event was accepted beyond the first. */
  readonly repeats: number;
}

const badness = { errors: 0.12, busy: 0.03, cut: 0.03, silent: 0.01 };
const arriveWithinMs = 20 * 60_000;

/** Sandbox sessions whose events go to a receiver with bad days, while workers and receiver die. */
export async function soak(service: RunningService, wish: SoakWish): Promise<SoakResult> {
  const random = seeded(wish.seed);
  const receiver = await startUnreliableReceiver(random, badness);
  const { apiUrl, sandboxKey: key } = service;
  const endpoint = await call('POST', `${apiUrl}/api/v1/webhooks/endpoints`, {
    key,
    json: { url: receiver.url },
  });
  if (endpoint.status !== 201) throw new Error(JSON.stringify(endpoint.body));
  try {
    await lives(service, receiver, wish);
    const replayed = await untilAllArrived(service, receiver);
    return { ...(await judged(service, receiver)), replayed };
  } finally {
    await receiver.die();
  }
}

/** Creates and decides the sessions; kills as it goes along, by how many are done and not by the clock. */
async function lives(
  service: RunningService,
  receiver: UnreliableReceiver,
  { sessions, atOnce, workerKills, receiverDeaths }: SoakWish,
): Promise<void> {
  let begun = 0;
  let done = 0;
  const due = (times: number, happened: number): boolean =>
    happened < times && done >= ((happened + 1) * sessions) / (times + 1);
  let [killed, died] = [0, 0];
  const one = async (): Promise<void> => {
    while (begun < sessions) {
      begun += 1;
      await approved(service);
      done += 1;
      if (due(workerKills, killed)) {
        killed += 1;
        await service.worker.kill('SIGKILL');
        service.startWorker();
      }
      if (due(receiverDeaths, died)) {
        died += 1;
        await receiver.die();
        await new Promise((resolve) => setTimeout(resolve, 500));
        await receiver.live();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** A worker that dies in the middle makes the API say "come again"; an integrator does. */
async function approved({ apiUrl, sandboxKey: key }: RunningService): Promise<void> {
  const send = async (path: string, json: unknown, id: string): Promise<string> =>
    eventually(path, async () => {
      const headers = { 'Idempotency-Key': id };
      const answer = await call('POST', `${apiUrl}/api/v1/${path}`, { key, json, headers });
      if (answer.status === 503 || answer.status === 409) return undefined;
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
      return text(answer.body, 'id');
    });
  const id = await send('sessions', {}, crypto.randomUUID());
  await send(`sessions/${id}/simulate`, { action: 'approve' }, crypto.randomUUID());
}

/** Waits; deliveries that used up their tries are replayed once all others are through. */
async function untilAllArrived(
  service: RunningService,
  receiver: UnreliableReceiver,
): Promise<number> {
  const { db, apiUrl, sandboxKey: key } = service;
  const since = new Date(0).toISOString();
  let replayed = 0;
  await eventually(
    'all events',
    async () => {
      const total = await countOf(service);
      const arrived = new Set(receiver.accepted.map(({ key: id }) => id)).size;
      if (arrived >= total) return true;
      const open = await db
        .selectFrom('webhook_deliveries')
        .select((e) => e.fn.countAll<string>().as('count'))
        .where('status', '=', 'pending')
        .executeTakeFirstOrThrow();
      const rows = await db.selectFrom('webhook_deliveries').select('status').execute();
      if (Number(open.count) > 0 || rows.length < total) return undefined;
      const endpoints = await db.selectFrom('webhook_endpoints').select('id').execute();
      for (const { id } of endpoints) {
        const url = `${apiUrl}/api/v1/webhooks/endpoints/${id}`;
        await call('PATCH', url, { key, json: { enabled: true } });
        await call('POST', `${url}/replay`, { key, json: { since } });
      }
      replayed += total - arrived;
      return undefined;
    },
    arriveWithinMs,
  );
  return replayed;
}

async function countOf({ db }: RunningService): Promise<number> {
  const { count } = await db
    .selectFrom('events')
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function judged(
  service: RunningService,
  { accepted }: UnreliableReceiver,
): Promise<Omit<SoakResult, 'replayed'>> {
  const events = await countOf(service);
  const keys = new Set(accepted.map(({ key }) => key));
  const bySession = new Map<string, Set<number>>();
  for (const { sessionId, sequence } of accepted) {
    bySession.set(sessionId, (bySession.get(sessionId) ?? new Set()).add(sequence));
  }
  const whole = [...bySession.values()].filter(
    (numbers) => Math.max(...numbers) === numbers.size && numbers.has(1),
  );
  const failed = await service.db
    .selectFrom('webhook_tries')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('error_code', 'is not', null)
    .where('error_code', '!=', 'interrupted')
    .groupBy(['delivery_id', 'round'])
    .execute();
  return {
    events,
    arrived: keys.size,
    wholeSequences: whole.length,
    mostFailedTries: Math.max(0, ...failed.map(({ count }) => Number(count))),
    repeats: accepted.length - keys.size,
  };
}
