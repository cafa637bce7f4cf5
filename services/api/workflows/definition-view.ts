import { assertNever } from '../../../shared/domain/assert-never';
import type { GraphNode, WorkflowDefinition } from '../../../shared/domain/graph/definition';
import type { WrittenGraph, WrittenNode } from './definition/definition-schema';

/** What is stored, as an author would write it: sent back, it is the same definition. */
export function definitionView(stored: WorkflowDefinition): WrittenGraph {
  const { requirements, graph, dualReview, capture } = stored;
  return {
    nodes: [
      { id: freeId('start', graph.nodes), type: 'start', next: graph.start },
      ...graph.nodes.map(nodeView),
    ],
    data_requirements: {
      document_types: [...requirements.documentTypes],
      ...(requirements.documentTypesByCountry === undefined
        ? {}
        : {
            document_types_by_country: Object.fromEntries(
              Object.entries(requirements.documentTypesByCountry).map(([country, types]) => [
                country,
                [...types],
              ]),
            ),
          }),
      selfie: requirements.selfie,
      liveness: requirements.liveness ?? false,
      user_info: requirements.userInfo.map(({ field, required }) => ({
        field,
        mode: required ? 'required' : 'collect',
      })),
      proof_of_address: requirements.proofOfAddress,
    },
    ...(dualReview === undefined ? {} : { dual_review: dualReview }),
    ...(capture === undefined ? {} : { capture: { ...capture } }),
  };
}

function nodeView(node: GraphNode): WrittenNode {
  switch (node.kind) {
    case 'policy': {
      const { id, check, config, routes, eager, optional } = node;
      return {
        id,
        type: 'policy',
        check,
        config,
        eager: eager !== false,
        optional: optional === true,
        routes,
      };
    }
    case 'conditional':
      return {
        id: node.id,
        type: 'conditional',
        conditions: node.conditions.map(({ field, operator, value, to }) => ({
          field,
          operator,
          ...(value === undefined ? {} : { value: typeof value === 'object' ? [...value] : value }),
          to,
        })),
        default: node.otherwise,
      };
    case 'wait':
      return {
        id: node.id,
        type: 'wait',
        next: node.next,
        on_fail: node.onFail,
        ...(node.onTimeout === undefined ? {} : { on_timeout: node.onTimeout }),
        ...(node.timeoutSeconds === undefined ? {} : { timeout: node.timeoutSeconds }),
      };
    case 'terminal':
      return { id: node.id, type: 'terminal', decision: node.decision };
    default:
      return assertNever(node);
  }
}

/** The start is no node of what is walked; its name must not be another node's. */
function freeId(wished: string, nodes: readonly GraphNode[]): string {
  return nodes.some(({ id }) => id === wished) ? freeId(`${wished}_`, nodes) : wished;
}
