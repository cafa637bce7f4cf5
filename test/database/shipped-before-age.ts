import { readFileSync } from 'node:fs';
import type { WorkflowDefinition } from '../../shared/domain/graph/definition';

/** `high-risk.json` as it was stored from 0037 to 0042; never changed, whatever is shipped now. */
export function shippedBeforeAge(): WorkflowDefinition {
  const path = 'test/database/shipped-before-age/high-risk.json';
  return JSON.parse(readFileSync(path, 'utf8')) as WorkflowDefinition;
}
