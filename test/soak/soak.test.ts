import { z } from 'zod';
import { startService, type RunningService } from '../processes/running-service';
import { soak } from './soak';

/** `npm run soak` sets the size; in `npm test` it is a small one of the same. */
const settings = z
  .object({ soakSessions: z.number().int().default(40) })
  .parse({ soakSessions: Reflect.get(globalThis, 'soakSessions') as unknown });

/** Six tries a round (`5-webhooks.md`, Delivery). */
const mostTries = 6;

let service: RunningService;
beforeAll(async () => {
  service = await startService({ WEBHOOK_RETRY_SCALE: '0.02' });
}, 120_000);
afterAll(() => service.stop());

test(
  'every event arrives, in whole sequences, within the retry rules, while workers and the receiver die',
  async () => {
    const sessions = settings.soakSessions;
    const result = await soak(service, {
      sessions,
      atOnce: 10,
      seed: 5,
      workerKills: Math.max(1, Math.round(sessions / 500)),
      receiverDeaths: Math.max(1, Math.round(sessions / 250)),
    });
    process.stdout.write(`soak of ${String(sessions)} sessions: ${JSON.stringify(result)}\n`);
    expect(result.arrived).toBe(result.events);
    expect(result.wholeSequences).toBe(sessions);
    expect(result.mostFailedTries).toBeLessThanOrEqual(mostTries);
  },
  60 * 60_000,
);
