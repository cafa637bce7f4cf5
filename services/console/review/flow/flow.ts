import type { Condition, Definition, DefinitionNode } from './definition';

/** When one node leads to another. */
export type FlowRoute =
  | { readonly kind: 'start' }
  | { readonly kind: 'passed' | 'failed' | 'skipped' | 'error' }
  | { readonly kind: 'next' | 'on_fail' | 'on_timeout' }
  | { readonly kind: 'condition'; readonly index: number; readonly condition: Condition }
  | { readonly kind: 'default' };

/** From one node to another, for one reason or several: it is drawn as one line. */
export interface FlowEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly routes: readonly FlowRoute[];
}

/** A definition as a graph, its nodes in the order of the text. */
export interface Flow {
  readonly nodes: readonly DefinitionNode[];
  readonly edges: readonly FlowEdge[];
}

export function flowOf({ nodes }: Pick<Definition, 'nodes'>): Flow {
  const edges = new Map<string, FlowEdge>();
  for (const node of nodes) {
    for (const { route, to } of routesOf(node)) {
      const id = edgeId(node.id, to);
      const routes = edges.get(id)?.routes ?? [];
      edges.set(id, { id, from: node.id, to, routes: [...routes, route] });
    }
  }
  return { nodes, edges: [...edges.values()] };
}

/** No node's id holds a ">". */
export function edgeId(from: string, to: string): string {
  return `${from}>${to}`;
}

export interface Leaving {
  readonly route: FlowRoute;
  readonly to: string;
}

/** Where a node leads, in the order in which it is asked. What is not written is not there: see `impliedRoutes`. */
export function routesOf(node: DefinitionNode): readonly Leaving[] {
  const known = (route: FlowRoute, to: string | undefined): readonly Leaving[] =>
    to === undefined ? [] : [{ route, to }];
  switch (node.type) {
    case 'start':
      return known({ kind: 'start' }, node.next);
    case 'policy':
      return (['passed', 'failed', 'skipped', 'error'] as const).flatMap((kind) =>
        known({ kind }, node.routes[kind]),
      );
    case 'conditional':
      return [
        ...node.conditions.map((condition, index) => ({
          route: { kind: 'condition' as const, index, condition },
          to: condition.to,
        })),
        ...known({ kind: 'default' }, node.default),
      ];
    case 'wait':
      return [
        ...known({ kind: 'next' }, node.next),
        ...known({ kind: 'on_fail' }, node.on_fail),
        // Without a way of its own, a timeout goes where a failure goes.
        ...known({ kind: 'on_timeout' }, node.on_timeout ?? node.on_fail),
      ];
    case 'terminal':
      return [];
  }
}

/** What happens to a check that names no way for it: nothing that could be drawn. */
export function impliedRoutes(node: DefinitionNode): readonly ('skipped' | 'error')[] {
  if (node.type !== 'policy') return [];
  return (['skipped', 'error'] as const).filter((kind) => node.routes[kind] === undefined);
}
