import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { yardstickEnvironment, yardstickQueue } from './environment';
import { openRowWriter } from './row-writer';
import type { StageName } from './row-stages';
import type { Messages, YardstickActivities } from './same-messages';

/** The worker of the bare workflows, a process of its own as the product's is. */
async function main(): Promise<void> {
  const settings = yardstickEnvironment.parse(process.env);
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const rows = await openRowWriter(settings.DATABASE_URL, settings.ROWS_FILE);
  const writing =
    (stage: StageName) =>
    async ({ id, writes }: Messages): Promise<void> => {
      if (writes) await rows.write(stage, id);
    };
  const activities: YardstickActivities = {
    documentChecks: writing('checks 1'),
    faceChecks: writing('checks 2'),
    recordChecks: writing('end'),
  };
  const worker = await Worker.create({
    connection: await NativeConnection.connect({
      address: settings.TEMPORAL_ADDRESS,
      grpcCompression: { codec: 'none' },
    }),
    namespace: 'default',
    taskQueue: yardstickQueue,
    workflowsPath: require.resolve('./same-messages'),
    maxCachedWorkflows: 500,
    activities,
  });
  process.once('SIGTERM', () => worker.shutdown());
  console.log('ready');
  await worker.run();
  await rows.close();
}

void main();
