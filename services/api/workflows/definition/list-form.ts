import { assertNever } from '../../../../shared/domain/assert-never';
import type { ListStep, WrittenNode } from './definition-schema';

/**
 * The older list form as a graph: one policy after the other, the last one's pass approves. A step's
 * position is the `step_index` of `resume-workflow`; its node is named `<check>`.
 */
export function nodesOfSteps(steps: readonly ListStep[]): WrittenNode[] {
  const nodes = steps.map((step, index): WrittenNode => {
    const next = steps[index + 1]?.policy ?? 'approved';
    return {
      id: step.policy,
      type: 'policy',
      check: step.policy,
      config: step.config,
      eager: true,
      optional: step.optional,
      routes: { passed: next, failed: whereFailed(step, next), skipped: 'needs_review' },
    };
  });
  const isUsed = (id: string): boolean =>
    nodes.some((node) => node.type === 'policy' && Object.values(node.routes).includes(id));
  const terminals = [
    { id: 'approved', type: 'terminal', decision: 'approved' },
    { id: 'rejected', type: 'terminal', decision: 'rejected' },
    { id: 'needs_review', type: 'terminal', decision: 'needs_review' },
  ] as const;
  const start: WrittenNode = { id: 'start', type: 'start', next: steps[0]?.policy ?? 'approved' };
  return [start, ...nodes, ...terminals.filter(({ id }) => isUsed(id))];
}

function whereFailed({ on_fail: onFail }: ListStep, next: string): string {
  switch (onFail) {
    case 'reject':
      return 'rejected';
    case 'needs_review':
      return 'needs_review';
    case 'continue':
      return next;
    default:
      return assertNever(onFail);
  }
}
