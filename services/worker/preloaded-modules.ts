import { dirname, join } from 'node:path';

/**
 * Workflow modules, as `workflows/index` would import them, that all workflows of a thread share instead of each
 * loading its own. The verification of signatures makes a table of 4,224 points at its first use: one a session
 * was a fifth of what a session's worker computed. Only for modules that keep nothing of a workflow.
 */
export const preloadModules: string[] = ['./verify-signature'];

/** What stands between the SDK and our workflows; by the path of `workflows/index`. */
export function interceptorModulesOf(workflowsPath: string): string[] {
  return [join(dirname(workflowsPath), 'trace-interceptors')];
}
