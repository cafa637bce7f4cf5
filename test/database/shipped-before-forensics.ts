import { readFileSync } from 'node:fs';
import type { WorkflowDefinition } from '../../shared/domain/graph/definition';

export const namesBeforeForensics = [
  'default',
  'document-and-selfie',
  'document-only',
  'age-gate',
  'high-risk',
] as const;

/** A shipped definition as it was stored from 0021 to 0037; never changed, whatever is shipped now. */
export function shippedBeforeForensics(
  name: (typeof namesBeforeForensics)[number],
): WorkflowDefinition {
  const path = `test/database/shipped-before-forensics/${name}.json`;
  return JSON.parse(readFileSync(path, 'utf8')) as WorkflowDefinition;
}
