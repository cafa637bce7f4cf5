import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { buildPages } from '../../services/console/build/build-pages';
import { interceptorModulesOf, preloadModules } from '../../services/worker/preloaded-modules';
import { startTestMinio, startTestPostgres, startTestTemporal, type Server } from './servers';

/** Kept on the process, which setup and teardown share and the tests do not. */
declare global {
  var verifaTestServers: Server[] | undefined;
}

/** Starts the real servers once for all test files, and bundles the workflows once. */
export default async function globalSetup(): Promise<void> {
  const cacheDir = process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa');
  process.env['VERIFA_CACHE_DIR'] = cacheDir;
  const report = (line: string): void => {
    process.stderr.write(`  ${line}\n`);
  };
  const artifacts = { cacheDir, report, environment: process.env };
  // Inside node_modules, so that compiled code there finds its packages; one folder a run.
  const folder = resolve(__dirname, '../../node_modules/.cache/verifa-test', String(process.pid));
  // What a run left behind that was killed and had this process's number.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const [workflows, pages] = [join(folder, 'workflow-bundle.js'), join(folder, 'console')];
  // While the servers come up this process would only wait.
  const [started, built] = await Promise.all([
    Promise.allSettled([
      startTestPostgres(),
      startTestTemporal(artifacts),
      startTestMinio(artifacts),
    ]),
    Promise.allSettled([
      bundleWorkflows(workflows),
      buildPages({ root: resolve(__dirname, '../..'), target: pages, cacheDir, report }),
    ]),
  ]);
  const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  globalThis.verifaTestServers = servers;
  for (const one of [...started, ...built]) {
    if (one.status === 'rejected') {
      await Promise.all(servers.map((server) => server.stop()));
      throw one.reason;
    }
  }
  for (const server of servers) Object.assign(process.env, server.environment);
  Object.assign(process.env, {
    VERIFA_TEST_FOLDER: folder,
    VERIFA_TEST_WORKFLOW_BUNDLE: workflows,
    VERIFA_TEST_PAGES: pages,
  });
}

/** A file with the workflows' bundle: each test file would spend seconds on its own. */
async function bundleWorkflows(file: string): Promise<void> {
  const workflowsPath = resolve(__dirname, '../../workflows/index.ts');
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: interceptorModulesOf(workflowsPath),
    preloadModules,
    logger: {
      log: ignore,
      trace: ignore,
      debug: ignore,
      info: ignore,
      warn: ignore,
      error: ignore,
    },
  });
  await writeFile(file, code);
}

function ignore(): void {
  // The bundler's progress is nobody's concern in a test run.
}
