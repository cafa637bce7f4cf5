import type { CheckName } from '../checks/outcome';
import { attemptChecksOf } from './always-run';
import type { Graph } from './definition';

export type AskedConfigs = ReadonlyMap<CheckName, Readonly<Record<string, unknown>>>;

/** What each check of an attempt by this graph is asked for, those that always run included. */
export function askedConfigs(graph: Graph): AskedConfigs {
  return new Map(attemptChecksOf(graph).map(({ check, config }) => [check, config]));
}
