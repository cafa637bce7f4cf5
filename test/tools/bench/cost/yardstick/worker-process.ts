import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { yardstickEnvironment, yardstickQueue } from './environment';
import { openPictures, type PictureName } from './kept-pictures';
import { openRowWriter } from './row-writer';
import type { StageName } from './row-stages';
import type { Messages, YardstickActivities } from './same-messages';

/** The worker of the bare workflows, a process of its own as the product's is. */
async function main(): Promise<void> {
  const settings = yardstickEnvironment.parse(process.env);
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const rows = await openRowWriter(settings.DATABASE_URL, settings.ROWS_FILE);
  const kept = await openPictures(settings.FOLDER);
  const writing =
    (stage: StageName, picture: PictureName | null) =>
    async ({ id, writes, layers }: Messages): Promise<void> => {
      if (!writes) return;
      if (picture !== null && layers.includes('judged and sealed')) {
        await kept.openAgain(id, picture);
      }
      await rows.write(stage, id, layers);
    };
  const activities: YardstickActivities = {
    documentChecks: writing('checks 1', 'document'),
    faceChecks: writing('checks 2', 'selfie'),
    recordChecks: writing('end', null),
    step: () => Promise.resolve(),
  };
  const worker = await Worker.create({
    connection: await NativeConnection.connect({
      address: settings.TEMPORAL_ADDRESS,
      grpcCompression: { codec: 'none' },
    }),
    namespace: 'default',
    taskQueue: yardstickQueue,
    workflowsPath: require.resolve('./same-messages'),
    // As in the product: its table of points is made once a thread.
    bundlerOptions: { preloadModules: ['../../../../../workflows/verify-signature'] },
    maxCachedWorkflows: 500,
    activities,
  });
  process.once('SIGTERM', () => worker.shutdown());
  console.log('ready');
  await worker.run();
  await rows.close();
}

void main();
