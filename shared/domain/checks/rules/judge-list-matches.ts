import type { CheckOutcome } from '../outcome';
import type { ListItemKind } from '../../lists/list-item-kind';
import type { ListAction } from '../../lists/list-action';

const reasonOf: Readonly<Record<ListAction, string>> = {
  block: 'on_block_list',
  flag: 'on_flag_list',
  allow: 'on_allow_list',
};

/**
 * Was anything looked up? Lists without an item clear everybody; of a session of which nothing is known that
 * is listed (no document was read, no face made out), lists say nothing.
 */
export function isComparable(
  listed: readonly ListItemKind[],
  known: readonly ListItemKind[],
): boolean {
  return listed.length === 0 || listed.some((kind) => known.includes(kind));
}

/**
 * `check_against_list`: a block fails, whatever else is found; a flag and an allowance are said beside a
 * pass, for the graph, the risk and reviewers to weigh.
 */
export function judgeListMatches(actions: readonly ListAction[]): CheckOutcome {
  const found = (['block', 'flag', 'allow'] as const).filter((action) => actions.includes(action));
  return {
    check: 'check_against_list',
    status: found.includes('block') ? 'failed' : 'passed',
    score: null,
    reasons: found.map((action) => reasonOf[action]),
    engine: 'keyed-lists',
    engineVersion: '1',
  };
}
