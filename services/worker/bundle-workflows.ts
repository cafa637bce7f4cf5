import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { preloadModules } from './preloaded-modules';

/** A step of `npm run build`: workers start in a moment when they need not bundle. */
export async function bundleWorkflows(workflowsPath: string, file: string): Promise<void> {
  const { code } = await bundleWorkflowCode({ workflowsPath, preloadModules });
  await writeFile(file, code);
}

if (require.main === module) {
  const dist = resolve(__dirname, '../..');
  void bundleWorkflows(join(dist, 'workflows/index.js'), join(dist, 'workflow-bundle.js'));
}
