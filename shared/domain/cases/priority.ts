import { z } from 'zod';

/** The urgency that reviewers give a case, from the least; `POST /cases/next` gives the most urgent first. */
export const casePriorities = ['low', 'normal', 'high', 'urgent'] as const;
export type CasePriority = (typeof casePriorities)[number];

/** As it is stored and sorted: 0 is `normal`. */
const ranks: Readonly<Record<CasePriority, number>> = { low: -1, normal: 0, high: 1, urgent: 2 };

export function rankOf(priority: CasePriority): number {
  return ranks[priority];
}

export function priorityOf(rank: number): CasePriority {
  return casePriorities.find((one) => ranks[one] === rank) ?? 'normal';
}

/** A code and no free text: it stands in the clear, and in the address of a queue. */
export const caseTag = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, {
  message: 'is a code of at most 40 lower-case letters, digits, _ and -',
});
