import { checkConfigSchemas } from '../../../../shared/domain/checks/check-config';
import { checkNames } from '../../../../shared/domain/checks/outcome';
import { issueSentence } from '../../http/issue-sentence';
import { isConditionField } from './condition-fields';
import type { WrittenGraph, WrittenNode } from './definition-schema';

export interface DefinitionProblem {
  /** The node's id; null when it is about the graph as a whole. */
  readonly node: string | null;
  /** Within the node, e.g. `routes.passed`. */
  readonly path: string;
  readonly code:
    | 'cycle'
    | 'unreachable'
    | 'missing_route'
    | 'unknown_target'
    | 'unknown_check'
    | 'unknown_field'
    | 'invalid_config'
    | 'invalid_value'
    | 'duplicate_id'
    | 'duplicate_check'
    | 'no_start'
    | 'several_starts'
    | 'no_terminal';
  readonly message: string;
}

/** All that is wrong with a graph; an empty list means that every walk of it ends in a terminal. */
export function definitionProblems({ nodes }: WrittenGraph): readonly DefinitionProblem[] {
  const local = [...repeated(nodes), ...nodes.flatMap(nodeProblems), ...starts(nodes)];
  const unknown = nodes.flatMap((node) => unknownTargets(node, nodes));
  const terminal: DefinitionProblem[] = nodes.some(({ type }) => type === 'terminal')
    ? []
    : [{ node: null, path: 'nodes', code: 'no_terminal', message: 'has no terminal node' }];
  const found = [...local, ...unknown, ...terminal];
  // What cannot be reached, or never ends, is said of graphs that hang together at all.
  return found.length > 0 ? found : [...unreachable(nodes), ...cycles(nodes)];
}

/** Where each node may lead, with the path of the route that says so. */
export function routesOf(
  node: WrittenNode,
): readonly { readonly path: string; readonly to: string }[] {
  const present = (routes: Readonly<Record<string, string | undefined>>) =>
    Object.entries(routes).flatMap(([path, to]) => (to === undefined ? [] : [{ path, to }]));
  switch (node.type) {
    case 'start':
      return present({ next: node.next });
    case 'policy':
      return present(node.routes).map(({ path, to }) => ({ path: `routes.${path}`, to }));
    case 'conditional':
      return [
        ...node.conditions.map(({ to }, index) => ({ path: `conditions.${String(index)}.to`, to })),
        ...present({ default: node.default }),
      ];
    case 'wait':
      return present({ next: node.next, on_fail: node.on_fail, on_timeout: node.on_timeout });
    case 'terminal':
      return [];
  }
}

function nodeProblems(node: WrittenNode): DefinitionProblem[] {
  const problem = (path: string, code: DefinitionProblem['code'], message: string) => ({
    node: node.id,
    path,
    code,
    message,
  });
  const required = (routes: Readonly<Record<string, string | undefined>>, prefix = '') =>
    Object.entries(routes)
      .filter(([, to]) => to === undefined)
      .map(([path]) => problem(`${prefix}${path}`, 'missing_route', 'has to name a node'));
  switch (node.type) {
    case 'policy':
      return [
        ...required({ passed: node.routes.passed, failed: node.routes.failed }, 'routes.'),
        ...checkProblems(node, problem),
      ];
    case 'conditional':
      return [
        ...required({ default: node.default }),
        ...node.conditions.flatMap((condition, index) => {
          const path = `conditions.${String(index)}`;
          if (!isConditionField(condition.field)) {
            return [problem(`${path}.field`, 'unknown_field', 'is not a field of conditions')];
          }
          return isComparable(condition)
            ? []
            : [problem(`${path}.value`, 'invalid_value', 'does not suit the operator')];
        }),
      ];
    case 'wait':
      return required({ next: node.next, on_fail: node.on_fail });
    case 'start':
    case 'terminal':
      return [];
  }
}

type ProblemOf = (
  path: string,
  code: DefinitionProblem['code'],
  message: string,
) => DefinitionProblem;

function checkProblems(
  { check: name, config }: Extract<WrittenNode, { type: 'policy' }>,
  problem: ProblemOf,
): DefinitionProblem[] {
  const check = checkNames.find((known) => known === name);
  if (check === undefined) {
    const known = checkNames.join(', ');
    return [
      problem('check', 'unknown_check', `${quoted(name)} is not a check; there are ${known}`),
    ];
  }
  const parsed = checkConfigSchemas[check].safeParse(config, { error: issueSentence });
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? problem(`config.${issue.keys.join(',')}`, 'unknown_field', 'is not a setting of the check')
      : problem(['config', ...issue.path].map(String).join('.'), 'invalid_config', issue.message),
  );
}

/** An author's own word, as long as it is a word. */
function quoted(name: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(name) ? `"${name}"` : 'what it says';
}

function isComparable({
  operator,
  value,
}: Extract<WrittenNode, { type: 'conditional' }>['conditions'][number]): boolean {
  switch (operator) {
    case 'exists':
      return value === undefined || typeof value === 'boolean';
    case 'in':
    case 'not_in':
      return Array.isArray(value);
    case 'contains':
      return typeof value === 'string';
    case '==':
    case '!=':
      return value !== undefined && !Array.isArray(value);
    default:
      return typeof value === 'number' || typeof value === 'string';
  }
}

function starts(nodes: readonly WrittenNode[]): DefinitionProblem[] {
  const [first, ...others] = nodes.filter(({ type }) => type === 'start');
  if (first === undefined) {
    return [{ node: null, path: 'nodes', code: 'no_start', message: 'has no start node' }];
  }
  return others.map(({ id }) => ({
    node: id,
    path: 'type',
    code: 'several_starts',
    message: 'is a second start',
  }));
}

function repeated(nodes: readonly WrittenNode[]): DefinitionProblem[] {
  const ids = new Set<string>();
  const checks = new Set<string>();
  return nodes.flatMap((node): DefinitionProblem[] => {
    const found: DefinitionProblem[] = [];
    if (ids.has(node.id)) {
      found.push({ node: node.id, path: 'id', code: 'duplicate_id', message: 'is used twice' });
    }
    ids.add(node.id);
    if (node.type !== 'policy') return found;
    if (checks.has(node.check)) {
      const message = 'stands in another node already: an attempt has one outcome of each check';
      found.push({ node: node.id, path: 'check', code: 'duplicate_check', message });
    }
    checks.add(node.check);
    return found;
  });
}

function unknownTargets(node: WrittenNode, nodes: readonly WrittenNode[]): DefinitionProblem[] {
  return routesOf(node)
    .filter(({ to }) => !nodes.some(({ id, type }) => id === to && type !== 'start'))
    .map(({ path, to }) => ({
      node: node.id,
      path,
      code: 'unknown_target',
      message: `names ${quoted(to)}, which is no node that can be led to`,
    }));
}

function unreachable(nodes: readonly WrittenNode[]): DefinitionProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reached = new Set<string>();
  const open = nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const node = byId.get(id);
    if (node !== undefined) open.push(...routesOf(node).map(({ to }) => to));
  }
  return nodes
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({
      node: id,
      path: 'id',
      code: 'unreachable',
      message: 'is on no way from the start',
    }));
}

/** Depth first; a way back to a node that is still open is a cycle. */
function cycles(nodes: readonly WrittenNode[]): DefinitionProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const state = new Map<string, 'open' | 'done'>();
  const found: DefinitionProblem[] = [];
  const visit = (node: WrittenNode): void => {
    state.set(node.id, 'open');
    for (const { path, to } of routesOf(node)) {
      const next = byId.get(to);
      if (state.get(to) === 'open') {
        found.push({
          node: node.id,
          path,
          code: 'cycle',
          message: 'leads back to where it came from',
        });
      } else if (next !== undefined && !state.has(to)) visit(next);
    }
    state.set(node.id, 'done');
  };
  for (const node of nodes) if (node.type === 'start') visit(node);
  return found;
}
