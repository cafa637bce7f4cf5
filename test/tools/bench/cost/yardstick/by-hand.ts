import { sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { ed25519Key, rawPublicKey } from '../../../../../shared/crypto/ed25519';
import { asOfPerson } from '../pictures';
import { yardstickQueue } from './environment';
import { pictureNames, type KeptPictures, type PictureName } from './kept-pictures';
import type { Layer } from './layers';
import type { RowWriter } from './row-writer';
import { sameMessages, startCapture, submit, type Signed } from './same-messages';
import type { SessionSteps } from './session-steps';

export interface ByHandDeps {
  readonly temporal: Client;
  readonly rows: RowWriter;
  readonly kept: KeptPictures;
  readonly folder: string;
  readonly steps: SessionSteps;
}

/** A session's life by its caller's requests, with as many layers as it is given. */
export interface ByHand {
  start(id: string, writes: boolean, layers: readonly Layer[]): Promise<void>;
  create(id: string, layers: readonly Layer[]): Promise<void>;
  upload(id: string, name: PictureName, layers: readonly Layer[], bytes?: Buffer): Promise<void>;
  /** The two Updates alone. */
  startCapture(id: string, layers: readonly Layer[]): Promise<void>;
  submit(id: string, writes: boolean, layers: readonly Layer[]): Promise<void>;
  whole(id: string, layers: readonly Layer[]): Promise<void>;
}

export async function createByHand(deps: ByHandDeps): Promise<ByHand> {
  const { temporal, rows, kept, folder, steps } = deps;
  const signing = ed25519Key(Buffer.alloc(32, 7));
  const verifyWith = rawPublicKey(signing).toString('hex');
  const pictures = new Map<PictureName, Buffer>();
  for (const name of pictureNames) pictures.set(name, await readFile(join(folder, `${name}.jpg`)));

  const signed = (id: string, event: string, layers: readonly Layer[]): Signed => {
    const text = JSON.stringify({ id, event, actor: 'yardstick', requestId: id, sequence: 1 });
    if (!layers.includes('signed messages')) return { text, signature: '' };
    return { text, signature: sign(null, Buffer.from(text), signing).toString('hex') };
  };

  const own: ByHand = {
    async start(id, writes, layers) {
      const start = signed(id, 'start', layers);
      await temporal.workflow.start(sameMessages, {
        taskQueue: yardstickQueue,
        workflowId: id,
        args: [{ id, writes, layers, steps, start, verifyWith }],
      });
    },
    async create(id, layers) {
      await rows.write('create', id, layers);
      await own.start(id, true, layers);
    },
    async upload(id, name, layers, bytes) {
      const picture = bytes ?? asOfPerson(pictures.get(name) ?? Buffer.alloc(0), id);
      const isSealed = layers.includes('judged and sealed');
      await (isSealed ? kept.judgeAndSeal(id, name, picture) : kept.keep(id, name, picture));
      await rows.write(name, id, layers);
      if (name === 'document') await own.startCapture(id, layers);
    },
    async startCapture(id, layers) {
      const message = signed(id, 'start_capture', layers);
      await temporal.workflow.getHandle(id).executeUpdate(startCapture, { args: [message] });
    },
    async submit(id, writes, layers) {
      if (writes) await rows.write('submit', id, layers);
      const message = signed(id, 'submit', layers);
      await temporal.workflow.getHandle(id).executeUpdate(submit, { args: [message] });
    },
    async whole(id, layers) {
      await own.create(id, layers);
      for (const name of pictureNames) await own.upload(id, name, layers);
      await own.submit(id, true, layers);
    },
  };
  return own;
}
