import type { CheckName } from '../checks/outcome';
import { alwaysRunOf } from './always-run';
import type { Graph } from './definition';
import { checksOf } from './walk';

export type AskedConfigs = ReadonlyMap<CheckName, Readonly<Record<string, unknown>>>;

/** What each check of an attempt by this graph is asked for, those that always run included. */
export function askedConfigs(graph: Graph): AskedConfigs {
  const asked = [...checksOf(graph), ...alwaysRunOf(graph)];
  return new Map(asked.map(({ check, config }) => [check, config]));
}
