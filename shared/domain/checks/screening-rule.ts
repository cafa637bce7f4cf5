import type { Environment } from '../environment';

export const screeningsWithoutLists = ['review', 'pass'] as const;
export type ScreeningWithoutLists = (typeof screeningsWithoutLists)[number];

/** Without a value (in the sandbox, where nobody is screened) only what a screening found counts. */
export interface ScreeningRule {
  readonly screeningWithoutLists?: ScreeningWithoutLists;
}

/** What becomes of an approval that nobody was screened for. */
export function screeningRule(
  environment: Environment,
  { screening_without_lists: own }: { readonly screening_without_lists?: ScreeningWithoutLists },
): ScreeningRule {
  return environment === 'live' ? { screeningWithoutLists: own ?? 'review' } : {};
}
