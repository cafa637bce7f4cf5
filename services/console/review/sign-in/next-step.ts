import * as z from 'zod/mini';

/** What the API asks for next, after a step of the sign-in. */
const answered = z.object({ next: z.enum(['totp', 'enrol_totp', 'done']) });
export type NextStep = z.output<typeof answered>['next'];

export function readNextStep(answer: unknown): NextStep {
  return answered.parse(answer).next;
}
