import type { Definition, DefinitionNode } from './definition';
import { flowOf, routesOf, type Flow, type FlowRoute, type Leaving } from './flow';

export type Mark = 'same' | 'added' | 'removed' | 'changed';

/** One setting that is another now; undefined where it was not there. */
export interface SettingChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where a node leads for one reason; null where it names no way for it. */
export interface RouteChange {
  readonly route: FlowRoute;
  readonly before: string | null;
  readonly after: string | null;
}

export interface NodeChange {
  readonly id: string;
  readonly mark: Exclude<Mark, 'same'>;
  readonly settings: readonly SettingChange[];
  readonly routes: readonly RouteChange[];
}

export interface Comparison {
  readonly nodes: readonly NodeChange[];
  /** What belongs to the definition as a whole: what is captured, by whom it is reviewed. */
  readonly settings: readonly SettingChange[];
  /** Both as one graph, to be drawn with what marks say. */
  readonly flow: Flow;
  readonly nodeMarks: ReadonlyMap<string, Mark>;
  readonly edgeMarks: ReadonlyMap<string, Mark>;
}

/** What became of one definition in another. */
export function compareDefinitions(before: Definition, after: Definition): Comparison {
  const was = byId(before.nodes);
  const is = byId(after.nodes);
  const gone = before.nodes.filter(({ id }) => !is.has(id));
  const nodes = [...after.nodes, ...gone].flatMap(({ id }) => changeOf(was.get(id), is.get(id)));
  const { nodes: _was, ...wasBesides } = before;
  const { nodes: _is, ...isBesides } = after;
  return {
    nodes,
    settings: changesOf(wasBesides, isBesides),
    ...merged(before, after, nodes, gone),
  };
}

export function isSame({ nodes, settings }: Comparison): boolean {
  return nodes.length === 0 && settings.length === 0;
}

function merged(
  before: Definition,
  after: Definition,
  changes: readonly NodeChange[],
  gone: readonly DefinitionNode[],
) {
  const [was, is] = [flowOf(before), flowOf(after)];
  const wasEdges = byId(was.edges);
  const isEdges = byId(is.edges);
  const goneEdges = was.edges.filter(({ id }) => !isEdges.has(id));
  const changed = new Map(changes.map(({ id, mark }) => [id, mark]));
  const edges = [...is.edges, ...goneEdges];
  return {
    flow: { nodes: [...is.nodes, ...gone], edges },
    nodeMarks: new Map(
      [...is.nodes, ...gone].map(({ id }): [string, Mark] => [id, changed.get(id) ?? 'same']),
    ),
    edgeMarks: new Map(
      edges.map(({ id }): [string, Mark] => {
        const [old, now] = [wasEdges.get(id), isEdges.get(id)];
        if (old === undefined) return [id, 'added'];
        if (now === undefined) return [id, 'removed'];
        const [wasFor, isFor] = [old.routes.map(reasonOf), now.routes.map(reasonOf)];
        return [id, equal(wasFor, isFor) ? 'same' : 'changed'];
      }),
    ),
  };
}

function changeOf(
  before: DefinitionNode | undefined,
  after: DefinitionNode | undefined,
): readonly NodeChange[] {
  const node = after ?? before;
  if (node === undefined) return [];
  if (before === undefined || after === undefined) {
    const mark = before === undefined ? 'added' : 'removed';
    return [{ id: node.id, mark, settings: [], routes: [] }];
  }
  const settings = changesOf(ownSettings(before), ownSettings(after));
  const routes = routeChanges(before, after);
  if (settings.length === 0 && routes.length === 0) return [];
  return [{ id: node.id, mark: 'changed', settings, routes }];
}

/** Without its id and where it leads. */
function ownSettings(node: DefinitionNode): Readonly<Record<string, unknown>> {
  switch (node.type) {
    case 'policy': {
      const { type, check, config, eager, optional } = node;
      return { type, check, config, eager, optional };
    }
    case 'wait':
      return { type: node.type, timeout: node.timeout };
    case 'terminal':
      return { type: node.type, decision: node.decision };
    case 'start':
    case 'conditional':
      return { type: node.type };
  }
}

/** A condition is known by what it asks. That others came before it says nothing; that two changed places does. */
function routeChanges(before: DefinitionNode, after: DefinitionNode): readonly RouteChange[] {
  const was = byReason(before);
  const is = byReason(after);
  const wasOrder = [...was.keys()].filter((reason) => is.has(reason));
  const isOrder = [...is.keys()].filter((reason) => was.has(reason));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((reason) => {
    const [old, now] = [was.get(reason), is.get(reason)];
    const route = now?.route ?? old?.route;
    const isMoved = wasOrder.indexOf(reason) !== isOrder.indexOf(reason);
    if (route === undefined || (old?.to === now?.to && !isMoved)) return [];
    return [{ route, before: old?.to ?? null, after: now?.to ?? null }];
  });
}

function byReason(node: DefinitionNode): ReadonlyMap<string, Leaving> {
  const found = new Map<string, Leaving>();
  for (const leaving of routesOf(node)) {
    const reason = reasonOf(leaving.route);
    // Of two that ask the same, only the first is ever taken.
    if (!found.has(reason)) found.set(reason, leaving);
  }
  return found;
}

function reasonOf(route: FlowRoute): string {
  if (route.kind !== 'condition') return route.kind;
  const { field, operator, value } = route.condition;
  return JSON.stringify([field, operator, value ?? null]);
}

/** By their paths, as deep as objects go; lists count as one. */
function changesOf(before: unknown, after: unknown, path = ''): readonly SettingChange[] {
  if (equal(before, after)) return [];
  if (!isRecord(before) && !isRecord(after)) return [{ path, before, after }];
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keys.flatMap((key) => changesOf(was[key], is[key], path === '' ? key : `${path}.${key}`));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By content; the order of an object's keys says nothing. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => equal(one, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => equal(a[key], b[key]));
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
