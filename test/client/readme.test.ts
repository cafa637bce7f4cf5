import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWebhookSecret } from '../../shared/webhooks/secret';
import { signatureHeaders } from '../../activities/webhooks/signature';
import { eventually } from '../processes/running-process';
import { freePort } from '../stack/free-port';
import { startApi, type RunningApi } from '../api/running-api';

/**
 * What the README shows, run as an integrator would: the package as it is built, in a `node_modules`,
 * and each block as a program of its own.
 */
let folder: string;
let blocks: readonly string[];
let api: RunningApi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-client-'));
  const installed = join(folder, 'node_modules/@verifa/client');
  await mkdir(installed, { recursive: true });
  await cp('services/client/package.json', join(installed, 'package.json'));
  const tsc = require.resolve('typescript/bin/tsc');
  const options = ['-p', 'services/client/tsconfig.json', '--outDir', join(installed, 'dist')];
  expect(await run(process.execPath, [tsc, ...options])).toEqual({ code: 0, said: '' });
  const readme = await readFile('services/client/README.md', 'utf8');
  blocks = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
  api = await startApi({ worker: true });
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

it('has two programs', () => {
  expect(blocks).toHaveLength(2);
});

it('the first creates a session, makes a link, and reads the result', async () => {
  const { code, said } = await run(process.execPath, [await program(0)], {
    VERIFA_URL: api.url,
    VERIFA_API_KEY: api.sandboxKey,
  });
  expect(said).toMatch(/^Send the applicant to http\S+\/verify\/\S+\napproved\n$/);
  expect(code).toBe(0);
});

it('the second answers 204 to what we signed, and 400 to what was changed on its way', async () => {
  const [secret, port] = [newWebhookSecret(), await freePort()];
  const receiver = start(process.execPath, [await program(1)], {
    VERIFA_WEBHOOK_SECRET: secret,
    PORT: String(port),
  });
  const body = JSON.stringify({ event: 'session.approved', id: 'evt_1', session_id: 'ses_1' });
  const headers = signatureHeaders({
    deliveryId: 'whd_01hzzzzzzzzzzzzzzzzzzzzzzz',
    eventId: 'evt_01hzzzzzzzzzzzzzzzzzzzzzzz',
    at: new Date(),
    body,
    secrets: [secret],
    ed25519Key: null,
  });
  const post = async (sent: string): Promise<number> => {
    const url = `http://127.0.0.1:${String(port)}/`;
    return (await fetch(url, { method: 'POST', headers, body: sent })).status;
  };
  try {
    const status = await eventually('the receiver', () => post(body).catch(() => undefined));
    expect(status).toBe(204);
    expect(await post(body.replace('approved', 'declined'))).toBe(400);
  } finally {
    receiver.process.kill();
  }
  expect((await receiver.ended).said).toBe('ses_1 is approved\n');
});

async function program(index: number): Promise<string> {
  const path = join(folder, `block-${String(index)}.mjs`);
  await writeFile(path, blocks[index] ?? '');
  return path;
}

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return start(command, args, environment).ended;
}

function start(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): { readonly process: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(command, args, {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, said: Buffer.concat(said).toString('utf8') }));
  });
  return { process: child, ended };
}
