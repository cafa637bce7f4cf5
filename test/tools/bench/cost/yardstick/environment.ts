import { z } from 'zod';

/** What the bench tells the yardsticks' processes. */
export const yardstickEnvironment = z.object({
  TEMPORAL_ADDRESS: z.string(),
  DATABASE_URL: z.string(),
});

export const yardstickQueue = 'yardstick';
