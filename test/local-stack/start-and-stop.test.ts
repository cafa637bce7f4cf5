import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { call, text } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { startLocalStack } from './local-stack-process';
import { setLocalStackStage, type LocalStackStage } from './local-stack-stage';

let stage: LocalStackStage;
beforeAll(async () => {
  stage = await setLocalStackStage();
});
afterAll(() => stage.clear());

test('what one start made, the next one finds; SIGTERM and kill -9 leave nothing in its way', async () => {
  const first = stage.start();
  await first.ready();
  const { api_url: api, sandbox_key: key } = await stage.facts();
  const created = await call('POST', `${api}/api/v1/sessions`, { key, json: {} });
  expect(created.status).toBe(201);
  expect(await first.stop('SIGTERM')).toBe(0);
  expect(await processesOf(stage.folder)).toEqual([]);
  expect(await readdir(join(stage.folder, '.verifa/pids'))).toEqual([]);

  const second = stage.start();
  await second.ready();
  expect((await stage.facts()).sandbox_key).toBe(key);
  const id = text(created.body, 'id');
  const expired = await call('POST', `${api}/api/v1/sessions/${id}/expire`, { key, json: {} });
  expect(expired.body).toMatchObject({ id, status: 'expired' });

  const third = stage.start();
  expect(await third.ended()).toBe(1);
  expect(third.output()).toContain('A stack runs here already');

  await second.stop('SIGKILL');
  const fourth = stage.start();
  await fourth.ready();
  const session = await call('GET', `${api}/api/v1/sessions/${id}`, { key });
  expect(session.body).toMatchObject({ status: 'expired' });
  expect(await fourth.stop('SIGTERM')).toBe(0);
  await eventually('every process to be gone', async () =>
    (await processesOf(stage.folder)).length === 0 ? true : undefined,
  );
}, 240_000);

test('a port in use is named in one sentence, with the way out, and nothing stays behind', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) =>
    taken.listen(Number(stage.ports['PORT']), '127.0.0.1', resolve),
  );
  const stack = stage.start();
  expect(await stack.ended()).toBe(1);
  await new Promise((resolve) => taken.close(resolve));
  expect(stack.output()).toContain(
    `Port ${stage.ports['PORT'] ?? ''} for the API is in use; stop what uses it, or set PORT to another.`,
  );
  expect(stack.output()).not.toContain('    at ');
  expect(await processesOf(stage.folder)).toEqual([]);
});

test('an unknown option is named, with what there is', async () => {
  const stack = startLocalStack(stage.build, stage.folder, stage.ports, ['--demmo']);
  expect(await stack.ended()).toBe(1);
  expect(stack.output()).toContain('--demmo');
  expect(stack.output()).toContain('--minio');
});

/** The command lines of all processes that name the stack's folder. */
async function processesOf(path: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(path)) found.push(command.replaceAll('\0', ' '));
  }
  return found;
}
