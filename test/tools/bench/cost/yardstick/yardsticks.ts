import { join } from 'node:path';
import { newId } from '../../../../../shared/domain/ids';
import { call as callHttp, file } from '../../../../processes/api-caller';
import { startBenchChild, type BenchChild } from '../child';
import { asOfPerson, type Pictures } from '../pictures';
import type { Product } from '../product';
import { pictureNames } from './kept-pictures';
import type { Layer } from './layers';
import { doneSchema, type Ask } from './messages';
import type { SessionSteps } from './session-steps';

export interface Yardsticks {
  readonly pids: { readonly client: number; readonly worker: number };
  /** Has the client process do one of its works, with these layers upon it; returns the workflow's id. */
  run(work: Ask['work'], layers?: readonly Layer[]): Promise<string>;
  /** By hand with every layer, asked for by a live session's requests; returns the workflow's id. */
  overHttp(pictures: Pictures): Promise<string>;
  stop(): Promise<void>;
}

/** Client and worker of the bare workflows, over the same servers as the product. */
export async function startYardsticks(
  product: Product,
  rowsFile: string,
  steps: SessionSteps,
): Promise<Yardsticks> {
  const environment = {
    TEMPORAL_ADDRESS: product.temporalAddress,
    DATABASE_URL: product.copy.url,
    ROWS_FILE: rowsFile,
    FOLDER: product.folder,
    STEPS: JSON.stringify(steps),
  };
  const ready = (output: string): Promise<boolean> => Promise.resolve(output.includes('ready'));
  const start = (file: string, withChannel: boolean): Promise<BenchChild> =>
    startBenchChild(process.execPath, [join(__dirname, file)], { environment, ready, withChannel });
  const worker = await start('worker-process.js', false);
  const client = await start('client-process.js', true);
  const url = client.output().match(/ready (http\S+)/)?.[1] ?? '';
  const waiting = new Map<number, (error: string | null) => void>();
  client.process.on('message', (message) => {
    const { call, error } = doneSchema.parse(message);
    waiting.get(call)?.(error);
    waiting.delete(call);
  });
  let calls = 0;
  return {
    pids: { client: client.pid, worker: worker.pid },
    async run(work, layers = []) {
      const call = (calls += 1);
      const id = newId('session');
      const error = await new Promise<string | null>((resolve) => {
        waiting.set(call, resolve);
        const ask: Ask = { call, work, id, layers };
        client.process.send(ask);
      });
      if (error !== null) throw new Error(error);
      return id;
    },
    async overHttp(pictures) {
      const id = newId('session');
      const ask = async (step: string, body: Parameters<typeof callHttp>[2]): Promise<void> => {
        const method = step === 'result' ? 'GET' : 'POST';
        const { status, body: answer } = await callHttp(method, `${url}/${id}/${step}`, body);
        if (status !== 200) throw new Error(JSON.stringify(answer));
      };
      await ask('create', { json: {} });
      for (const name of pictureNames) {
        await ask(name, { form: file(asOfPerson(pictures[name], id), 'picture.jpg') });
      }
      await ask('submit', { json: {} });
      await ask('result', {});
      return id;
    },
    async stop() {
      await Promise.all([client.stop(), worker.stop()]);
    },
  };
}
