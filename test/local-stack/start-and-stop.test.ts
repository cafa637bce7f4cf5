import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { bundleWorkflows } from '../../services/worker/bundle-workflows';
import { call, text } from '../processes/api-caller';
import { builtService } from '../processes/built-service';
import { eventually } from '../processes/running-process';
import { startLocalStack, type LocalStackProcess } from './local-stack-process';
import { freePort } from '../stack/free-port';

const factsSchema = z.object({ api_url: z.string(), sandbox_key: z.string() });

let folder: string;
let build: string;
let ports: Record<string, string>;

beforeAll(async () => {
  build = await builtService();
  await bundleWorkflows(join(build, 'workflows/index.js'), join(build, 'workflow-bundle.js'));
  folder = await mkdtemp(join(tmpdir(), 'verifa-stack-'));
  const names = ['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'POSTGRES_PORT'];
  const free = await Promise.all(names.map(() => freePort()));
  ports = Object.fromEntries(names.map((name, index) => [name, String(free[index])]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(environment = ports): LocalStackProcess {
  return startLocalStack(build, folder, environment);
}

async function facts(): Promise<z.infer<typeof factsSchema>> {
  return factsSchema.parse(JSON.parse(await readFile(join(folder, '.verifa/local.json'), 'utf8')));
}

test('what one start made, the next one finds; SIGTERM and kill -9 leave nothing in its way', async () => {
  const first = start();
  await first.ready();
  const { api_url: api, sandbox_key: key } = await facts();
  const created = await call('POST', `${api}/api/v1/sessions`, { key, json: {} });
  expect(created.status).toBe(201);
  expect(await first.stop('SIGTERM')).toBe(0);
  expect(await processesOf(folder)).toEqual([]);
  expect(await readdir(join(folder, '.verifa/pids'))).toEqual([]);

  const second = start();
  await second.ready();
  expect((await facts()).sandbox_key).toBe(key);
  const id = text(created.body, 'id');
  const expired = await call('POST', `${api}/api/v1/sessions/${id}/expire`, { key, json: {} });
  expect(expired.body).toMatchObject({ id, status: 'expired' });

  const third = start();
  expect(await third.ended()).toBe(1);
  expect(third.output()).toContain('A stack runs here already');

  await second.stop('SIGKILL');
  const fourth = start();
  await fourth.ready();
  const session = await call('GET', `${api}/api/v1/sessions/${id}`, { key });
  expect(session.body).toMatchObject({ status: 'expired' });
  expect(await fourth.stop('SIGTERM')).toBe(0);
  await eventually('every process to be gone', async () =>
    (await processesOf(folder)).length === 0 ? true : undefined,
  );
}, 240_000);

test('a port in use is named in one sentence, with the way out, and nothing stays behind', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(Number(ports['PORT']), '127.0.0.1', resolve));
  const stack = start();
  expect(await stack.ended()).toBe(1);
  await new Promise((resolve) => taken.close(resolve));
  expect(stack.output()).toContain(
    `Port ${ports['PORT'] ?? ''} for the API is in use; stop what uses it, or set PORT to another.`,
  );
  expect(stack.output()).not.toContain('    at ');
  expect(await processesOf(folder)).toEqual([]);
}, 60_000);

test('an unknown option is named, with what there is', async () => {
  const stack = startLocalStack(build, folder, ports, ['--demmo']);
  expect(await stack.ended()).toBe(1);
  expect(stack.output()).toContain('--demmo');
  expect(stack.output()).toContain('--minio');
}, 60_000);

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
