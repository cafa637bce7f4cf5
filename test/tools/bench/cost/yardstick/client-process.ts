import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { Pool } from 'pg';
import sharp from 'sharp';
import { asOfPerson } from '../pictures';
import { yardstickEnvironment, yardstickQueue } from './environment';
import { askSchema, type Ask, type Done } from './messages';
import { openRowWriter } from './row-writer';
import { sameMessages, startCapture, submit } from './same-messages';

/** The caller of the bare workflows: in the place of the API, without HTTP. */
async function main(): Promise<void> {
  const settings = yardstickEnvironment.parse(process.env);
  const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
  const temporal = new Client({ connection });
  const floor = new Pool({ connectionString: settings.DATABASE_URL, max: 20 });
  await floor.query('CREATE TABLE IF NOT EXISTS bench_floor (id text PRIMARY KEY)');
  const rows = await openRowWriter(settings.DATABASE_URL, settings.ROWS_FILE);
  const kept = join(settings.FOLDER, 'by-hand');
  await mkdir(kept, { recursive: true });
  const pictures = {
    document: await readFile(join(settings.FOLDER, 'document.jpg')),
    selfie: await readFile(join(settings.FOLDER, 'selfie.jpg')),
  };

  const start = (id: string, writes: boolean): Promise<WorkflowHandle> =>
    temporal.workflow.start(sameMessages, {
      taskQueue: yardstickQueue,
      workflowId: id,
      args: [{ id, writes }],
    });

  /** Decoded whole, once; on disk before its row. */
  const upload = async (id: string, name: keyof typeof pictures): Promise<void> => {
    const bytes = asOfPerson(pictures[name], id);
    await sharp(bytes).greyscale().raw().toBuffer();
    const file = await open(join(kept, `${id}-${name}`), 'w');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rows.write(name, id);
  };

  const works: Readonly<Record<Ask['work'], (id: string) => Promise<void>>> = {
    async create(id) {
      const text = 'INSERT INTO bench_floor VALUES ($1)';
      await floor.query({ name: 'floor', text, values: [id] });
      await start(id, false);
    },
    async 'same messages'(id) {
      const handle = await start(id, false);
      await handle.executeUpdate(startCapture);
      await handle.executeUpdate(submit);
    },
    async 'by hand'(id) {
      await rows.write('create', id);
      const handle = await start(id, true);
      await upload(id, 'document');
      await handle.executeUpdate(startCapture);
      await upload(id, 'selfie');
      await rows.write('submit', id);
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
