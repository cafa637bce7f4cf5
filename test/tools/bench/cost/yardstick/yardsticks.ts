import { join } from 'node:path';
import { newId } from '../../../../../shared/domain/ids';
import { startBenchChild, type BenchChild } from '../child';
import type { Product } from '../product';
import { doneSchema, type Ask } from './messages';

export interface Yardsticks {
  readonly pids: { readonly client: number; readonly worker: number };
  /** Has the client process do one of its works; returns the workflow's id. */
  run(work: Ask['work']): Promise<string>;
  stop(): Promise<void>;
}

/** Client and worker of the bare workflows, over the same servers as the product. */
export async function startYardsticks(product: Product, rowsFile: string): Promise<Yardsticks> {
  const environment = {
    TEMPORAL_ADDRESS: product.temporalAddress,
    DATABASE_URL: product.copy.url,
    ROWS_FILE: rowsFile,
    FOLDER: product.folder,
  };
  const ready = (output: string): Promise<boolean> => Promise.resolve(output.includes('ready'));
  const start = (file: string, withChannel: boolean): Promise<BenchChild> =>
    startBenchChild(process.execPath, [join(__dirname, file)], { environment, ready, withChannel });
  const worker = await start('worker-process.js', false);
  const client = await start('client-process.js', true);
  const waiting = new Map<number, (error: string | null) => void>();
  client.process.on('message', (message) => {
    const { call, error } = doneSchema.parse(message);
    waiting.get(call)?.(error);
    waiting.delete(call);
  });
  let calls = 0;
  return {
    pids: { client: client.pid, worker: worker.pid },
    async run(work) {
      const call = (calls += 1);
      const id = newId('session');
      const error = await new Promise<string | null>((resolve) => {
        waiting.set(call, resolve);
        const ask: Ask = { call, work, id };
        client.process.send(ask);
      });
      if (error !== null) throw new Error(error);
      return id;
    },
    async stop() {
      await Promise.all([client.stop(), worker.stop()]);
    },
  };
}
