import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { interceptorModulesOf, preloadModules } from './preloaded-modules';

/** A step of `npm run build`: workers start in a moment when they need not bundle. */
export async function bundleWorkflows(workflowsPath: string, file: string): Promise<void> {
  // What webpack put together is nobody's news at `npm start`.
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: interceptorModulesOf(workflowsPath),
    preloadModules,
    logger,
  });
  await writeFile(file, code);
}

if (require.main === module) {
  const dist = resolve(__dirname, '../..');
  void bundleWorkflows(join(dist, 'workflows/index.js'), join(dist, 'workflow-bundle.js'));
}
