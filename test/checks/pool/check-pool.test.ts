import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCheckPool,
  type CheckPool,
  type CheckPoolOptions,
} from '../../../activities/checks/engines/pool/check-pool';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

/**
 * A process with a body of the test's own: the first byte of the picture says how it behaves, and its
 * answer is its process id. What the real body answers: `real-engines.test.ts`.
 */
const body = `
process.on('disconnect', () => process.exit());
process.on('message', (task) => {
  const usage = { cpuMs: 1, peakRssMb: 50 };
  const answer = () => process.send({ ok: true, result: process.pid, usage });
  switch (task.image[0]) {
    case 1: return answer();
    case 2: return process.exit(7);
    case 3: for (;;) {}
    case 4: return process.send({ ok: false, code: 'invalid_image', usage });
    case 5: return setTimeout(answer, 100);
    case 6: return process.send({ ok: true, result: Object.keys(process.env).length, usage });
    case 7: return process.send({ ok: true, result: process.pid, usage: { cpuMs: 1, peakRssMb: 1401 } });
  }
});`;

const answers = 1;
const crashes = 2;
const hangs = 3;
const refuses = 4;
const answersLate = 5;
const countsItsEnvironment = 6;
const growsTooLarge = 7;

let folder: string;
const pools: CheckPool[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-pool-'));
  await writeFile(join(folder, 'process.js'), body);
});
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.dispose())));
afterAll(() => rm(folder, { recursive: true, force: true }));

function poolOf(options: Partial<CheckPoolOptions> = {}): CheckPool {
  const pool = createCheckPool({
    size: 1,
    processFile: join(folder, 'process.js'),
    faceModelsDir: '',
    expressionModelDir: '',
    ocrModelsDir: '',
    intraOpThreads: 1,
    ...options,
  });
  pools.push(pool);
  return pool;
}

function ask(pool: CheckPool, behaviour: number, signal?: AbortSignal): Promise<number> {
  return pool.run({ kind: 'face_count', image: Uint8Array.of(behaviour) }, signal);
}

const codeOf = (cause: unknown): unknown => (cause instanceof VerifaError ? cause.code : cause);

test('one process answers many tasks, in the order of calls', async () => {
  const pool = poolOf();
  const order: number[] = [];
  const tasks = [1, 2, 3].map(async (number) => {
    const pid = await ask(pool, answers);
    order.push(number);
    return pid;
  });
  expect(new Set(await Promise.all(tasks)).size).toBe(1);
  expect(order).toEqual([1, 2, 3]);
});

test('two processes work side by side, and never more than there may be', async () => {
  const pool = poolOf({ size: 2 });
  const pids = await Promise.all([1, 2, 3, 4].map(() => ask(pool, answersLate)));
  expect(new Set(pids).size).toBe(2);
});

test.each([
  ['a crash', crashes, {}],
  ['a hang beyond its time', hangs, { taskTimeoutMs: 1_500 }],
])('%s fails its own task, retryably, and the next one gets a new process', async (...given) => {
  const [, behaviour, options] = given;
  const pool = poolOf(options);
  const before = await ask(pool, answers);
  const failing = ask(pool, behaviour).catch((cause: unknown) => cause);
  const next = ask(pool, answers);
  await expect(failing).resolves.toMatchObject({ code: 'engine_failed', retryable: true });
  expect(await next).not.toBe(before);
});

test('a process that has grown too large answers its task and is replaced', async () => {
  const used: unknown[] = [];
  const pool = poolOf({ onUsage: (kind, { peakRssMb }) => used.push([kind, peakRssMb]) });
  const large = await ask(pool, growsTooLarge);
  expect(await ask(pool, answers)).not.toBe(large);
  expect(used).toEqual([
    ['face_count', 1401],
    ['face_count', 50],
  ]);
});

test('a body that cannot be started fails the task', async () => {
  const pool = poolOf({ processFile: join(folder, 'nothing-here.js') });
  await expect(ask(pool, answers).catch(codeOf)).resolves.toBe('engine_failed');
});

test('a refusal keeps its code', async () => {
  await expect(ask(poolOf(), refuses).catch(codeOf)).resolves.toBe('invalid_image');
});

test('no key or password of the parent reaches the processes', async () => {
  // Node's own two variables of the channel are taken out before the body runs.
  expect(await ask(poolOf(), countsItsEnvironment)).toBe(0);
});

describe('an aborted task', () => {
  const reason = new Error('the session expired');

  test('is rejected with the reason, also before it began', async () => {
    const pool = poolOf({ abortGraceMs: 0 });
    const controller = new AbortController();
    const running = ask(pool, hangs, controller.signal).catch(codeOf);
    const waiting = ask(pool, answers, controller.signal).catch(codeOf);
    controller.abort(reason);
    expect(await Promise.all([running, waiting])).toEqual([reason, reason]);
    expect(await ask(pool, answers, controller.signal).catch(codeOf)).toBe(reason);
  });

  test('that does not stop within its grace has its process ended', async () => {
    const pool = poolOf({ abortGraceMs: 50 });
    const before = await ask(pool, answers);
    const controller = new AbortController();
    const running = ask(pool, hangs, controller.signal).catch(codeOf);
    controller.abort(reason);
    expect(await running).toBe(reason);
    expect(await ask(pool, answers)).not.toBe(before);
  });

  test('that stops in time leaves its process to the next, and its answer to nobody', async () => {
    const pool = poolOf({ abortGraceMs: 30_000 });
    const before = await ask(pool, answers);
    const controller = new AbortController();
    const running = ask(pool, answersLate, controller.signal).catch(codeOf);
    const next = ask(pool, answers);
    controller.abort(reason);
    expect(await running).toBe(reason);
    expect(await next).toBe(before);
  });
});

test('after dispose nothing hangs: what runs, waits or comes later fails', async () => {
  const pool = poolOf();
  const running = ask(pool, hangs).catch(codeOf);
  const waiting = ask(pool, answers).catch(codeOf);
  await pool.dispose();
  expect(await Promise.all([running, waiting])).toEqual(['engine_failed', 'engine_failed']);
  await expect(ask(pool, answers).catch(codeOf)).resolves.toBe('engine_failed');
});
