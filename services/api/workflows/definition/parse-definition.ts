import { assertNever } from '../../../../shared/domain/assert-never';
import { checkNames } from '../../../../shared/domain/checks/outcome';
import type {
  CaptureRules,
  GraphNode,
  WorkflowDefinition,
} from '../../../../shared/domain/graph/definition';
import type { WrittenDefinition, WrittenGraph, WrittenNode } from './definition-schema';
import { nodesOfSteps } from './list-form';
import { definitionProblems, type DefinitionProblem } from './validate-definition';

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: WorkflowDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** From what an author wrote to what is stored and walked, or what is wrong with it, by node. */
export function parseDefinition(written: WrittenDefinition): ParsedDefinition {
  const { data_requirements: required, dual_review: dualReview, capture } = written;
  const nodes = 'steps' in written ? nodesOfSteps(written.steps) : written.nodes;
  const graph: WrittenGraph = {
    nodes,
    data_requirements: required,
    ...(dualReview === undefined ? {} : { dual_review: dualReview }),
  };
  const problems = definitionProblems(graph);
  if (problems.length > 0) return { ok: false, problems };
  const start = nodes.find((node) => node.type === 'start')?.next ?? '';
  return {
    ok: true,
    definition: {
      ...(dualReview === undefined ? {} : { dualReview }),
      ...(capture === undefined ? {} : { capture: captureRules(capture) }),
      requirements: {
        documentTypes: required.document_types,
        ...(required.document_types_by_country === undefined
          ? {}
          : { documentTypesByCountry: required.document_types_by_country }),
        selfie: required.selfie,
        liveness: required.liveness,
        userInfo: required.user_info.map(({ field, mode }) => ({
          field,
          required: mode === 'required',
        })),
        proofOfAddress: required.proof_of_address,
      },
      graph: { start, nodes: nodes.flatMap(toNode) },
    },
  };
}

function captureRules({ handoff, files }: NonNullable<WrittenGraph['capture']>): CaptureRules {
  return {
    ...(handoff === undefined ? {} : { handoff }),
    ...(files === undefined ? {} : { files }),
  };
}

/** The validation has seen to it that what is needed is there. */
function toNode(node: WrittenNode): GraphNode[] {
  switch (node.type) {
    case 'start':
      return [];
    case 'policy': {
      const { passed = '', failed = '', skipped, error } = node.routes;
      const check = checkNames.find((name) => name === node.check);
      if (check === undefined) return [];
      return [
        {
          kind: 'policy',
          id: node.id,
          check,
          config: node.config,
          ...(node.eager ? {} : { eager: false }),
          ...(node.optional ? { optional: true } : {}),
          routes: {
            passed,
            failed,
            ...(skipped === undefined ? {} : { skipped }),
            ...(error === undefined ? {} : { error }),
          },
        },
      ];
    }
    case 'conditional':
      return [
        {
          kind: 'conditional',
          id: node.id,
          conditions: node.conditions.map(({ field, operator, value, to }) => ({
            field,
            operator,
            ...(value === undefined ? {} : { value }),
            to,
          })),
          otherwise: node.default ?? '',
        },
      ];
    case 'wait':
      return [
        {
          kind: 'wait',
          id: node.id,
          next: node.next ?? '',
          onFail: node.on_fail ?? '',
          ...(node.on_timeout === undefined ? {} : { onTimeout: node.on_timeout }),
          ...(node.timeout === undefined ? {} : { timeoutSeconds: node.timeout }),
        },
      ];
    case 'terminal':
      return [{ kind: 'terminal', id: node.id, decision: node.decision }];
    default:
      return assertNever(node);
  }
}
