import { z } from 'zod';
import { startService, type RunningService } from '../processes/running-service';
import { soak } from '../tools/soak/soak';

/** `npm run soak` sets the size; in `npm test` it is a small one of the same. Another seed: `--globals`. */
const { soakSessions: sessions, soakSeed: seed } = z
  .object({
    soakSessions: z.number().int().min(2).default(50),
    soakSeed: z.number().int().default(5),
  })
  .parse({
    soakSessions: Reflect.get(globalThis, 'soakSessions') as unknown,
    soakSeed: Reflect.get(globalThis, 'soakSeed') as unknown,
  });

/** Six tries a round (`5-webhooks.md`, Delivery). */
const mostTries = 6;
/** What one worker may have in flight to one endpoint that answers quickly, when it is killed. */
const mostInterruptedAKill = 32;
const isWhole = sessions >= 5_000;
/** The whole one gives a delivery up after 100 s (0.3 s, 1.2 s … 77 s), the small one after 30 s. */
const retryScale = isWhole ? 0.01 : 0.003;
const workerKills = Math.max(2, Math.round(sessions / 200));
const receiverKills = Math.max(2, Math.round(sessions / 200));

let service: RunningService;
beforeAll(async () => {
  service = await startService({ WEBHOOK_RETRY_SCALE: String(retryScale), LOG_LEVEL: 'warn' });
});
afterAll(() => service.stop());

test(
  'every event arrives, in whole sequences, within the retry rules, while workers and the receiver die',
  async () => {
    const print = (line: string): void => {
      // As it comes in the whole one, which takes an hour.
      if (isWhole) process.stdout.write(`soak: ${line}\n`);
      else console.log(`soak: ${line}`);
    };
    print(`${String(sessions)} sessions, seed ${String(seed)}`);
    const { arrivals, tries, retriedByHand, lostAnswers, dead, workflowsLeft } = await soak(
      service,
      {
        sessions,
        atOnce: 16,
        seed,
        retryScale,
        workers: 2,
        workerKills,
        receiverKills,
        // Each turn once in the small one, whose measure is not judged.
        blocks: isWhole ? 16 : 4,
        samplesPerBlock: isWhole ? 40 : 1,
        warmUpsPerBlock: isWhole ? 20 : 2,
        print,
      },
    );
    print(JSON.stringify({ ...arrivals, ...tries, retriedByHand, lostAnswers }));
    const slowdown = Math.max(dead.besideSilentMs, dead.besideRefusingMs) / dead.aloneMs;
    const ratio = (ms: number): string => `${String(ms)} ms (${(ms / dead.aloneMs).toFixed(2)})`;
    print(
      `median from event to healthy endpoint: ${String(dead.aloneMs)} ms alone, beside a silent one ${ratio(dead.besideSilentMs)}, beside a refusing one ${ratio(dead.besideRefusingMs)}; targets below 1.10`,
    );

    expect(arrivals).toMatchObject({
      arrived: arrivals.events,
      wholeSequences: sessions,
      forged: 0,
      misnamed: 0,
    });
    expect(tries).toMatchObject({ afterSuccess: 0, hasty: 0 });
    // All its endpoints are deleted by now, dead ones among them.
    expect(workflowsLeft).toBe(0);
    expect(tries.mostFailed).toBeLessThanOrEqual(mostTries);
    expect(tries.interrupted).toBeLessThanOrEqual(workerKills * mostInterruptedAKill);
    expect(tries.hastyByDeath).toBeLessThanOrEqual(workerKills * mostInterruptedAKill);
    // A few samples on a machine that runs other tests prove nothing: only the whole soak judges them.
    if (isWhole) expect(slowdown).toBeLessThan(1.1);
  },
  90 * 60_000,
);
