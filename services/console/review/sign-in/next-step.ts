import * as z from 'zod/mini';
import { isRefusedAs } from '../api/problem';

/** What the API asks for next, after a step of the sign-in. */
const answered = z.object({ next: z.enum(['totp', 'enrol_totp', 'done']) });
export type NextStep = z.output<typeof answered>['next'];

const nextOfRefusal = z.object({ next: z.enum(['totp', 'enrol_totp']) });

/** Where a sign-in stands that is not complete; null where there is none. */
export function stepLeft(cause: unknown): Exclude<NextStep, 'done'> | null {
  if (!isRefusedAs(cause, 'second_factor_required')) return null;
  const read = nextOfRefusal.safeParse(cause.body);
  return read.success ? read.data.next : null;
}

export function readNextStep(answer: unknown): NextStep {
  return answered.parse(answer).next;
}
