import { z } from 'zod';
import type { CorpusDecision } from './judge-session';
import type { MeasuredCase } from './measure-attacks';

/** How many uploads of a kind were approved, given to a person, and turned down. */
export const tallySchema = z.object({
  approved: z.number().int(),
  review: z.number().int(),
  rejected: z.number().int(),
});
export type Tally = z.infer<typeof tallySchema>;

/** By kind, by workflow. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

const empty: Tally = { approved: 0, review: 0, rejected: 0 };

/** A refusal at upload is no approval, and no person's work either: it counts as rejected. */
const columns: Readonly<Record<CorpusDecision, keyof Tally>> = {
  approved: 'approved',
  needs_review: 'review',
  rejected: 'rejected',
  refused: 'rejected',
  awaiting_external: 'review',
  failed: 'review',
};

export function tallyVerdicts(cases: readonly MeasuredCase[]): Tallies {
  const tallies = new Map<string, Map<string, Tally>>();
  for (const { kind, verdicts } of cases) {
    const own = tallies.get(kind) ?? new Map<string, Tally>();
    for (const [workflow, { decision }] of verdicts) {
      const column = columns[decision];
      const so = own.get(workflow) ?? empty;
      own.set(workflow, { ...so, [column]: so[column] + 1 });
    }
    tallies.set(kind, own);
  }
  return tallies;
}

export function sumOf(tallies: Tallies, kinds: readonly string[], workflow: string): Tally {
  return kinds.reduce((sum, kind) => {
    const one = tallies.get(kind)?.get(workflow) ?? empty;
    return {
      approved: sum.approved + one.approved,
      review: sum.review + one.review,
      rejected: sum.rejected + one.rejected,
    };
  }, empty);
}

export function countOf({ approved, review, rejected }: Tally): number {
  return approved + review + rejected;
}
