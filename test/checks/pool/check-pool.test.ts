import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCheckPool, type CheckPool } from '../../../activities/checks/pool/check-pool';
import { VerifaError } from '../../../shared/errors/verifa-error';

/**
 * A thread with a body of the test's own: the first byte of the picture says how it behaves. What the
 * real body answers is proven where real pictures are judged.
 */
const body = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (task) => {
  switch (task.image[0]) {
    case 1: return parentPort.postMessage({ ok: true, result: task.image.length });
    case 2: process.exit(7);
    case 3: for (;;) {}
    case 4: return parentPort.postMessage({ ok: false, code: 'invalid_image' });
  }
});`;

const answers = 1;
const crashes = 2;
const hangs = 3;
const refuses = 4;

let folder: string;
let pool: CheckPool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-thread-'));
  await writeFile(join(folder, 'thread.js'), body);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  pool = createCheckPool({
    size: 1,
    threadFile: join(folder, 'thread.js'),
    faceModelsDir: '',
    ocrModelsDir: '',
    intraOpThreads: 1,
    taskTimeoutMs: 1_000,
  });
});
afterEach(() => pool.dispose());

function ask(behaviour: number, signal?: AbortSignal): Promise<number> {
  return pool.run({ kind: 'face_count', image: Uint8Array.of(behaviour, 0, 0) }, signal);
}

const codeOf = (cause: unknown): unknown => (cause instanceof VerifaError ? cause.code : cause);

test('tasks are answered in order, more of them than threads', async () => {
  await expect(Promise.all([ask(answers), ask(answers), ask(answers)])).resolves.toEqual([3, 3, 3]);
});

test.each([
  ['a crash', crashes],
  ['a hang beyond its time', hangs],
])(
  '%s fails its own task, retryably, and the next one gets a new thread',
  async (_what, behaviour) => {
    const failed = ask(behaviour).catch(codeOf);
    const next = ask(answers);
    await expect(failed).resolves.toBe('engine_failed');
    await expect(next).resolves.toBe(3);
  },
);

test('a refusal keeps its code', async () => {
  await expect(ask(refuses).catch(codeOf)).resolves.toBe('invalid_image');
});

test('an aborted task ends at once, waiting or running, and frees its thread', async () => {
  const [running, waiting] = [new AbortController(), new AbortController()];
  const first = ask(hangs, running.signal).catch(() => 'aborted');
  const second = ask(hangs, waiting.signal).catch(() => 'aborted');
  waiting.abort();
  running.abort();
  await expect(Promise.all([first, second])).resolves.toEqual(['aborted', 'aborted']);
  await expect(ask(answers)).resolves.toBe(3);
});
