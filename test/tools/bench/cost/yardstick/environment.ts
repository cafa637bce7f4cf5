import { z } from 'zod';
import { sessionSteps } from './session-steps';

/** What the bench tells the yardsticks' processes. */
export const yardstickEnvironment = z.object({
  TEMPORAL_ADDRESS: z.string(),
  DATABASE_URL: z.string(),
  /** What a live session writes, stage by stage. */
  ROWS_FILE: z.string(),
  /** With `document.jpg` and `selfie.jpg` in it; copies of them are kept here too. */
  FOLDER: z.string(),
  /** What a live session's workflow does, as JSON. */
  STEPS: z.string().transform((text) => sessionSteps.parse(JSON.parse(text))),
});

export const yardstickQueue = 'yardstick';
