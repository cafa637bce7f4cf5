import type { Environment } from '../database/schema';
import type { OrganizationSettings, ScreeningWithoutLists } from './settings';

/** Without a value (in the sandbox, where nobody is screened) only what a screening found counts. */
export interface ScreeningRule {
  readonly screeningWithoutLists?: ScreeningWithoutLists;
}

/** What becomes of an approval that nobody was screened for. */
export function screeningRule(
  environment: Environment,
  { screening_without_lists: own }: OrganizationSettings,
): ScreeningRule {
  return environment === 'live' ? { screeningWithoutLists: own ?? 'review' } : {};
}
