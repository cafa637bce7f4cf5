import { readFile } from 'node:fs/promises';
import { request as askPlainly } from 'node:http';
import { request as askSecurely } from 'node:https';
import { join } from 'node:path';
import { z } from 'zod';
import { startLocalStack, type LocalStackProcess } from './local-stack-process';
import { setLocalStackStage, type LocalStackStage } from './local-stack-stage';

/** Any machine has it, and nobody else reaches it: stands for the address in a private network. */
const address = '127.0.0.2';

let stage: LocalStackStage;
let stack: LocalStackProcess;
let lanUrl: string;
let apiUrl: string;
let startPage: string;

beforeAll(async () => {
  stage = await setLocalStackStage();
  stack = start();
  await stack.ready();
  lanUrl = `https://${address}:${stage.ports['PORT'] ?? ''}`;
  const facts = z
    .object({ api_url: z.string(), public_url: z.string(), start_page_url: z.string() })
    .parse(JSON.parse(await readFile(join(stage.folder, '.verifa/local.json'), 'utf8')));
  expect(facts.public_url).toBe(lanUrl);
  ({ api_url: apiUrl, start_page_url: startPage } = facts);
}, 240_000);
afterAll(async () => {
  await stack.stop('SIGTERM');
  await stage.clear();
});

function start(): LocalStackProcess {
  const environment = { ...stage.ports, LAN_ADDRESS: address };
  return startLocalStack(stage.build, stage.folder, environment, ['--lan']);
}

const certificate = async (): Promise<string> =>
  z
    .object({ cert: z.string() })
    .parse(JSON.parse(await readFile(join(stage.folder, '.verifa/lan-certificate.json'), 'utf8')))
    .cert;

/** By a client that believes this certificate and no other, and holds it against the address. */
async function securely(url: string, accept: string): Promise<{ status?: number; text: string }> {
  const ca = await certificate();
  return new Promise((resolve, reject) => {
    askSecurely(url, { ca, headers: { Accept: accept } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          text,
          ...(response.statusCode === undefined ? {} : { status: response.statusCode }),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

const look = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { redirect: 'manual', headers: { Accept: 'text/html', ...headers } });

test('GET / leads a browser on this machine to where everything is, and tells others what the API is', async () => {
  const root = await look(`${apiUrl}/`);
  expect([root.status, root.headers.get('location')]).toEqual([302, startPage]);
  const page = await (await look(startPage)).text();
  expect(page).toContain(`${apiUrl}/docs`);
  expect(page).toContain(stage.ports['TEMPORAL_UI_PORT']);
  expect(page).toContain(lanUrl);
  // Who looks over a shoulder, or at a screenshot, learns no key.
  expect(page).not.toMatch(/vk_(live|sandbox)_/);
  expect((await securely(`${lanUrl}/`, 'application/json')).text).toBe(
    '{"service":"Verifa Sessions","reference":"/docs","openapi":"/openapi.json"}',
  );
});

test.each(['session', 'sandbox-session'])(
  'a click at /%s makes a session, whose page opens by HTTPS at the address in the network',
  async (path) => {
    const made = await look(`${startPage}/${path}`, { 'Sec-Fetch-Site': 'same-origin' });
    expect(made.status).toBe(303);
    const link = made.headers.get('location') ?? '';
    expect(link.startsWith(`${lanUrl}/verify/`)).toBe(true);
    const page = await securely(link, 'text/html');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<main id="page"');
  },
);

test('no other page makes one, and no other name leads here', async () => {
  const foreign = await look(`${startPage}/session`, { 'Sec-Fetch-Site': 'cross-site' });
  expect([foreign.status, foreign.headers.get('location')]).toEqual([303, '/']);
  for (const path of ['/nothing', '/specimen/../local.json', '/specimen/id.jpg']) {
    expect((await look(`${startPage}${path}`)).status).toBe(404);
  }
  expect((await fetch(`${startPage}/session`, { method: 'POST' })).status).toBe(404);
  const rebound = await new Promise<number | undefined>((resolve, reject) => {
    askPlainly(`${startPage}/session`, { headers: { Host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(rebound).toBe(404);
});

test("the specimen's pictures are there to be saved, and as files", async () => {
  for (const name of ['passport.jpg', 'selfie.jpg']) {
    const picture = await look(`${startPage}/specimen/${name}`);
    expect(picture.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const kept = await readFile(join(stage.folder, '.verifa/specimen', name));
    expect(kept.equals(Buffer.from(await picture.arrayBuffer()))).toBe(true);
    expect(kept.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  }
});

test('it says what the phone will be asked; the next start has the same certificate', async () => {
  expect(stack.output()).toContain(`${lanUrl}/verify/`);
  expect(stack.output()).toMatch(/fingerprint is\s+([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  const before = await certificate();
  expect(await stack.stop('SIGTERM')).toBe(0);
  stack = start();
  await stack.ready();
  expect(await certificate()).toBe(before);
}, 240_000);
