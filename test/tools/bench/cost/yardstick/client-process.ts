import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { createByHand } from './by-hand';
import { yardstickEnvironment } from './environment';
import { serveByHand } from './http-server';
import { openPictures } from './kept-pictures';
import { askSchema, type Ask, type Done } from './messages';
import { openRowWriter } from './row-writer';

/** The caller of the bare workflows: in the place of the API, without HTTP except for the layer of that name. */
async function main(): Promise<void> {
  const settings = yardstickEnvironment.parse(process.env);
  const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
  const floor = new Pool({ connectionString: settings.DATABASE_URL, max: 20 });
  await floor.query('CREATE TABLE IF NOT EXISTS bench_floor (id text PRIMARY KEY)');
  const rows = await openRowWriter(settings.DATABASE_URL, settings.ROWS_FILE);
  const byHand = await createByHand({
    temporal: new Client({ connection }),
    rows,
    kept: await openPictures(settings.FOLDER),
    folder: settings.FOLDER,
    steps: settings.STEPS,
  });

  const works: Readonly<Record<Ask['work'], (ask: Ask) => Promise<void>>> = {
    async create({ id, layers }) {
      const text = 'INSERT INTO bench_floor VALUES ($1)';
      await floor.query({ name: 'floor', text, values: [id] });
      await byHand.start(id, false, layers);
    },
    async 'same messages'({ id, layers }) {
      await byHand.start(id, false, layers);
      await byHand.startCapture(id, layers);
      await byHand.submit(id, false, layers);
    },
    'by hand': ({ id, layers }) => byHand.whole(id, layers),
  };

  const say = (done: Done): void => void process.send?.(done);
  process.on('message', (message) => {
    const ask = askSchema.parse(message);
    const { call } = ask;
    works[ask.work](ask).then(
      () => say({ call, error: null }),
      (cause: unknown) => say({ call, error: String(cause) }),
    );
  });
  console.log(`ready ${await serveByHand(byHand, rows)}`);
}

void main();
