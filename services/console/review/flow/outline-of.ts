import type { Translate } from '../texts';
import type { DefinitionNode } from './definition';
import { impliedRoutes, routesOf, type Flow } from './flow';
import { kindWords, nodeWords, routeWords } from './words';

export interface OutlinedRoute {
  readonly when: string;
  readonly to: string;
  /** What the node there does; its id where there is none of that name. */
  readonly words: string;
}

/** One node in words, as whoever cannot see the graph reads it. */
export interface Outlined {
  readonly title: string;
  readonly kind: string;
  readonly routes: readonly OutlinedRoute[];
  readonly implied: readonly string[];
  /** Where it leads, in one sentence. */
  readonly ways: string;
}

export function outlineOf(node: DefinitionNode, { nodes }: Flow, t: Translate): Outlined {
  const title = nodeWords(node, t);
  const kind = kindWords(node, t);
  const routes = routesOf(node).map(({ route, to }): OutlinedRoute => {
    const target = nodes.find(({ id }) => id === to);
    return {
      when: routeWords(route, t),
      to,
      words: target === undefined ? to : nodeWords(target, t),
    };
  });
  return {
    title,
    kind,
    routes,
    implied: impliedRoutes(node).map((one) => t(`workflows.implied.${one}`)),
    ways: routes.map(({ when, words }) => `${when}: ${words}`).join('. '),
  };
}
