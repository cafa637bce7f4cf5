import { call, text } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { runningDeliveries } from '../../processes/running-deliveries';
import type { RunningService } from '../../processes/running-service';
import { besideDeadEndpoint, type DeadEndpointResult } from './dead-endpoint';
import { planDeaths, type Deaths } from './deaths';
import { judgeArrivals, type Arrivals } from './judge-arrivals';
import { judgeTries, type TryVerdict } from './judge-tries';
import { copyLedger, createProgressLine, type LedgerCopy } from './progress';
import { seeded } from './seeded';
import { liveOneSession } from './session-life';
import { countEvents, countPending, givenUp, madeTries, owedEvents } from './soak-records';
import { createSoakReceiver, type SoakReceiver } from './soak-receiver';
import { startFleet } from './worker-fleet';

export interface SoakWish {
  readonly sessions: number;
  /** How many sessions are driven at once. */
  readonly atOnce: number;
  readonly seed: number;
  /** `WEBHOOK_RETRY_SCALE` of the service. */
  readonly retryScale: number;
  readonly workers: number;
  /** Deaths, at random moments of the run: of a worker, and of the receiver. */
  readonly workerKills: number;
  readonly receiverKills: number;
  /** Of the dead endpoint's measure: an even number of turns. */
  readonly blocks: number;
  readonly samplesPerBlock: number;
  readonly warmUpsPerBlock: number;
  readonly print: (line: string) => void;
}

export interface SoakResult {
  readonly arrivals: Arrivals;
  readonly tries: TryVerdict;
  /** Deliveries begun again by hand: all tries of their first round had failed. */
  readonly retriedByHand: number;
  /** Outcomes that took effect and were answered with a refusal (`session-life.ts`). */
  readonly lostAnswers: number;
  readonly dead: DeadEndpointResult;
  /** Delivery workflows that run after every endpoint was deleted. */
  readonly workflowsLeft: number;
}

const deadForMs = 1_000;
const arriveWithinMs = 30 * 60_000;
const printEveryMs = 5_000;

/** Sandbox sessions whose events go to a receiver with bad days, while workers and receiver die. */
export async function soak(service: RunningService, wish: SoakWish): Promise<SoakResult> {
  const receiver = await createSoakReceiver(wish.seed);
  const { apiUrl, sandboxKey: key } = service;
  try {
    const json = { url: receiver.url };
    const made = await call('POST', `${apiUrl}/api/v1/webhooks/endpoints`, { key, json });
    await receiver.start(text(made.body, 'secret'));
    const ledger = copyLedger(receiver.ledger);
    const driven = await drive(service, wish, receiver, ledger);
    const arrivals = judgeArrivals(await owedEvents(service), ledger.entries);
    const tries = judgeTries(await madeTries(service), wish.retryScale);
    const endpoint = `${apiUrl}/api/v1/webhooks/endpoints/${text(made.body, 'id')}`;
    await call('DELETE', endpoint, { key });
    const dead = await besideDeadEndpoint(service, wish);
    return { arrivals, tries, ...driven, dead, workflowsLeft: await leftOver(service) };
  } finally {
    await receiver.stop();
  }
}

/** Temporal lists with a delay, and the notice of a deletion takes its moment. */
async function leftOver(service: RunningService): Promise<number> {
  for (let looks = 0; looks < 60; looks += 1) {
    if ((await runningDeliveries(service)) === 0) return 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return runningDeliveries(service);
}

async function drive(
  service: RunningService,
  wish: SoakWish,
  receiver: SoakReceiver,
  ledger: LedgerCopy,
): Promise<Pick<SoakResult, 'retriedByHand' | 'lostAnswers'>> {
  const random = seeded(wish.seed);
  const fleet = startFleet(service, wish.workers);
  const workerDeaths = planDeaths(wish.workerKills, wish.sessions, random, () =>
    fleet.killOne(random()),
  );
  const receiverDeaths = planDeaths(wish.receiverKills, wish.sessions, random, async () => {
    await receiver.die();
    await new Promise((resolve) => setTimeout(resolve, deadForMs));
    await receiver.restart();
  });
  let [done, lostAnswers] = [0, 0];
  const line = createProgressLine();
  const report = async (): Promise<void> => {
    await ledger.update();
    wish.print(
      line(
        {
          sessions: done,
          events: await countEvents(service),
          arrived: ledger.arrived(),
          tries: ledger.entries.length,
        },
        `killed: ${String(workerDeaths.count())} workers, the receiver ${String(receiverDeaths.count())} times`,
      ),
    );
  };
  const clock = setInterval(() => void report().catch(wish.print), printEveryMs);
  try {
    await inLanes(wish, random, async (choice) => {
      if (await liveOneSession(service, choice)) lostAnswers += 1;
      done += 1;
      for (const deaths of [workerDeaths, receiverDeaths]) deaths.sessionDone(done);
    });
    await Promise.all([workerDeaths, receiverDeaths].map((deaths: Deaths) => deaths.over()));
    return { lostAnswers, retriedByHand: await untilAllArrived(service, ledger) };
  } finally {
    clearInterval(clock);
    await report();
  }
}

async function inLanes(
  { sessions, atOnce }: SoakWish,
  random: () => number,
  one: (choice: number) => Promise<void>,
): Promise<void> {
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < sessions) {
      begun += 1;
      await one(random());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Waits; a delivery that used up its tries is retried by hand, as the receiver's people would. */
async function untilAllArrived(service: RunningService, ledger: LedgerCopy): Promise<number> {
  const { apiUrl, sandboxKey: key } = service;
  let retried = 0;
  await eventually(
    'all events',
    async () => {
      await ledger.update();
      // The last tries' ends are recorded only after the receiver has them.
      if (ledger.arrived() >= (await countEvents(service)) && (await countPending(service)) === 0) {
        return true;
      }
      for (const id of await givenUp(service)) {
        await call('POST', `${apiUrl}/api/v1/webhooks/deliveries/${id}/retry`, { key, json: {} });
        retried += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, 400));
      return undefined;
    },
    arriveWithinMs,
  );
  return retried;
}
