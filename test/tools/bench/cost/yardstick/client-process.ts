import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { Pool } from 'pg';
import { yardstickEnvironment, yardstickQueue } from './environment';
import { askSchema, type Ask, type Done } from './messages';
import { sameMessages, startCapture, submit } from './same-messages';

/** The caller of the bare workflows: in the place of the API, without HTTP. */
async function main(): Promise<void> {
  const settings = yardstickEnvironment.parse(process.env);
  const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
  const temporal = new Client({ connection });
  const records = new Pool({ connectionString: settings.DATABASE_URL, max: 20 });
  await records.query('CREATE TABLE IF NOT EXISTS bench_floor (id text PRIMARY KEY)');

  const start = (id: string): Promise<WorkflowHandle> =>
    temporal.workflow.start(sameMessages, {
      taskQueue: yardstickQueue,
      workflowId: id,
      args: [id],
    });

  const works: Readonly<Record<Ask['work'], (id: string) => Promise<void>>> = {
    async create(id) {
      await records.query({
        name: 'floor',
        text: 'INSERT INTO bench_floor VALUES ($1)',
        values: [id],
      });
      await start(id);
    },
    async 'same messages'(id) {
      const handle = await start(id);
      await handle.executeUpdate(startCapture);
      await handle.executeUpdate(submit);
    },
  };

  const say = (done: Done): void => void process.send?.(done);
  process.on('message', (message) => {
    const { call, work, id } = askSchema.parse(message);
    works[work](id).then(
      () => say({ call, error: null }),
      (cause: unknown) => say({ call, error: String(cause) }),
    );
  });
  console.log('ready');
}

void main();
