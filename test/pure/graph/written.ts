import {
  writtenDefinitionSchema,
  type WrittenNode,
} from '../../../services/api/workflows/definition/definition-schema';
import {
  parseDefinition,
  type ParsedDefinition,
} from '../../../services/api/workflows/definition/parse-definition';

/** As the API does: shape first, then what the nodes say of each other. */
export function parsed(written: unknown): ParsedDefinition {
  return parseDefinition(writtenDefinitionSchema.parse(written));
}

export const terminals: readonly WrittenNode[] = [
  { id: 'yes', type: 'terminal', decision: 'approved' },
  { id: 'no', type: 'terminal', decision: 'rejected' },
];

export const ageNode = {
  id: 'adult',
  type: 'policy',
  check: 'age',
  routes: { passed: 'yes', failed: 'no' },
} as const;

export const startNode = { id: 'begin', type: 'start', next: 'adult' } as const;
