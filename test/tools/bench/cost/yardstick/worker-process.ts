import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { yardstickEnvironment, yardstickQueue } from './environment';
import type { YardstickActivities } from './same-messages';

/** The worker of the bare workflows, a process of its own as the product's is. */
async function main(): Promise<void> {
  const { TEMPORAL_ADDRESS: address } = yardstickEnvironment.parse(process.env);
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const nothing = (): Promise<void> => Promise.resolve();
  const activities: YardstickActivities = {
    documentChecks: nothing,
    faceChecks: nothing,
    recordChecks: nothing,
  };
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address, grpcCompression: { codec: 'none' } }),
    namespace: 'default',
    taskQueue: yardstickQueue,
    workflowsPath: require.resolve('./same-messages'),
    maxCachedWorkflows: 500,
    activities,
  });
  process.once('SIGTERM', () => worker.shutdown());
  console.log('ready');
  await worker.run();
}

void main();
