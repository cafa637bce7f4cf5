import { assertNever } from '../../../../shared/domain/assert-never';
import type { CheckName } from '../../../../shared/domain/checks/outcome';
import type {
  DataRequirements,
  Graph,
  GraphNode,
  WorkflowDefinition,
} from '../../../../shared/domain/graph/definition';
import { checksOf } from '../../../../shared/domain/graph/walk';

/** What a definition may well mean, and rarely does: told to its author, and not refused. */
export interface DefinitionWarning {
  readonly node: string | null;
  readonly code: 'input_not_asked' | 'approved_without_check';
  readonly message: string;
}

export function definitionWarnings({
  graph,
  requirements,
}: WorkflowDefinition): readonly DefinitionWarning[] {
  const unasked = checksOf(graph).flatMap(({ id, check }): DefinitionWarning[] => {
    const missing = inputsOf(check).filter((input) => !isAsked(input, requirements));
    return missing.map((input) => ({
      node: id,
      code: 'input_not_asked',
      message: `${check} needs what data_requirements do not ask for: ${input}`,
    }));
  });
  const approved = approvedUnchecked(graph).map((id): DefinitionWarning => ({
    node: id,
    code: 'approved_without_check',
    message: 'can be come to without any check',
  }));
  return [...unasked, ...approved];
}

type Input = 'document_types' | 'selfie' | 'liveness' | 'proof_of_address';

function inputsOf(check: CheckName): readonly Input[] {
  switch (check) {
    case 'document_quality':
    case 'document_ocr':
    case 'document_expiration':
    case 'id_document_filter':
    case 'document_forensics':
    case 'age':
    case 'identity_crossref':
      return ['document_types'];
    case 'face_match':
      return ['document_types', 'selfie'];
    case 'liveness':
      return ['liveness'];
    case 'proof_of_address_check':
      return ['proof_of_address'];
    // They look at whatever there is.
    case 'duplicate_detection':
    case 'check_against_list':
    case 'watchlist_screening':
    case 'risk_assessment':
      return [];
    default:
      return assertNever(check);
  }
}

function isAsked(input: Input, requirements: DataRequirements): boolean {
  switch (input) {
    case 'document_types':
      return requirements.documentTypes.length > 0;
    case 'selfie':
      return requirements.selfie;
    case 'liveness':
      return requirements.liveness === true;
    case 'proof_of_address':
      return requirements.proofOfAddress;
    default:
      return assertNever(input);
  }
}

/** Terminals that approve, at the end of a way on which there is no policy node. */
function approvedUnchecked({ start, nodes }: Graph): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = byId.get(id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    open.push(...waysWithoutCheck(node));
  }
  return nodes
    .filter((node) => seen.has(node.id) && node.kind === 'terminal' && node.decision === 'approved')
    .map(({ id }) => id);
}

function waysWithoutCheck(node: GraphNode): readonly string[] {
  switch (node.kind) {
    case 'policy':
    case 'terminal':
      return [];
    case 'conditional':
      return [...node.conditions.map(({ to }) => to), node.otherwise];
    case 'wait':
      return [node.next, node.onFail, ...(node.onTimeout === undefined ? [] : [node.onTimeout])];
    default:
      return assertNever(node);
  }
}
