import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Agent } from 'node:http';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { call, file, text } from '../../processes/api-caller';
import { askOnce, startKeepAliveClients } from '../../processes/keep-alive-clients';
import { doubleFlate } from '../../pure/images/hostile-pdfs';
import { freePort } from '../../stack/free-port';
import { startBenchStack, type BenchStack } from './bench-stack';

const uploads = 100;
const uploadBytes = 10 * 1024 * 1024;
const piece = Buffer.alloc(64 * 1024);
const pauseMs = 200;
const mostGrowthMb = 300;
const clients = 30;

/** `npm run bench -- uploads`: what uploads meant to hurt cost a real API process, and what it loses on SIGTERM. */
export async function benchUploads(): Promise<void> {
  const stack = await startBenchStack();
  try {
    const api = await startApi(stack);
    await printSlowUploads(stack, api);
    await printStop(stack, api);
  } finally {
    await stack.stop();
  }
}

interface Api {
  readonly url: string;
  readonly process: ChildProcess;
}

async function startApi(stack: BenchStack): Promise<Api> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const main = join(__dirname, '../..', '..', 'services', 'api', 'main.js');
  const child = spawn(process.execPath, [main], {
    env: { ...stack.environment, PORT: port, PUBLIC_URL: url, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (;;) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok === true) return { url, process: child };
    await pause(100);
  }
}

async function printSlowUploads(stack: BenchStack, api: Api): Promise<void> {
  const { key } = stack;
  const created = await call('POST', `${api.url}/api/v1/sessions`, {
    key,
    json: { workflow_id: stack.workflowId },
  });
  const link = text(created.body, 'capture_url');
  await call('POST', `${link}/consent`, { json: { accepted: true, version: '1' } });
  const bomb = await doubleFlate();
  const sessions = `${api.url}/api/v1/sessions?limit=1`;
  const agent = new Agent({ keepAlive: true });
  for (let warm = 0; warm < 50; warm += 1) await askOnce(agent, sessions, key);

  const before = await memoryMb(api, 'VmRSS');
  const uploading = new AbortController();
  const times: number[] = [];
  const refused = new Map<string, number>();
  const others = (async () => {
    while (!uploading.signal.aborted) {
      const begun = performance.now();
      const ending = await askOnce(agent, sessions, key);
      if (ending === '200') times.push(performance.now() - begun);
      else refused.set(ending, (refused.get(ending) ?? 0) + 1);
      await pause(20);
    }
  })();
  const sent = Array.from({ length: uploads }, () => slowUpload(link));
  const pdfs = [
    call('POST', `${link}/selfie`, { form: file(bomb, 'a.pdf') }),
    call('POST', `${api.url}/api/v1/sessions/${text(created.body, 'id')}/documents`, {
      key,
      form: file(bomb, 'a.pdf', { document_type: 'proof_of_address' }),
    }),
  ];
  const answers = counted(await Promise.all(sent));
  const ofPdfs = (await Promise.all(pdfs)).map(({ status }) => String(status));
  uploading.abort();
  await others;
  agent.destroy();
  const growth = (await memoryMb(api, 'VmHWM')) - before;
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0);
  console.log(
    `memory: +${growth.toFixed(0)} MB at most while one link sends ${String(uploads)} slow uploads of 10 MB (answers ${answers}) and a PDF bomb of ${String(bomb.length)} bytes twice (answers ${ofPdfs.join(', ')}); target below ${String(mostGrowthMb)} MB`,
  );
  console.log(
    `other requests meanwhile: ${String(times.length)} answered, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms; refused: ${counted([...refused.keys()])}`,
  );
}

/** Sends a piece now and then; answers with the status, or what broke. */
function slowUpload(link: string): Promise<string> {
  const { hostname, port, pathname, host } = new URL(link);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const head = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="side"\r\n\r\nfront\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n',
    );
    const tail = Buffer.from('\r\n--b--\r\n');
    let left = uploadBytes;
    let said = '';
    const end = (): void => {
      clearInterval(timer);
      socket.destroy();
      resolve(said.slice(9, 12) === '' ? 'broken' : said.slice(9, 12));
    };
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      if (said.includes('\r\n\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.write(
      `POST ${pathname}/documents HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${String(head.length + uploadBytes + tail.length)}\r\n\r\n`,
    );
    socket.write(head);
    const timer = setInterval(() => {
      const size = Math.min(left, piece.length);
      socket.write(piece.subarray(0, size));
      left -= size;
      if (left > 0) return;
      clearInterval(timer);
      socket.write(tail);
    }, pauseMs);
  });
}

async function printStop(stack: BenchStack, api: Api): Promise<void> {
  const { seen, gone } = startKeepAliveClients(
    clients,
    `${api.url}/api/v1/sessions?limit=1`,
    stack.key,
  );
  await pause(2_000);
  const begun = performance.now();
  const exited = once(api.process, 'exit');
  api.process.kill('SIGTERM');
  await exited;
  const seconds = (performance.now() - begun) / 1_000;
  await gone;
  const failed = [...seen].reduce((sum, [name, count]) => (name === '200' ? sum : sum + count), 0);
  console.log(
    `SIGTERM under ${String(clients)} keep-alive clients: ${String(failed)} failed requests of ${String((seen.get('200') ?? 0) + failed)} (target 0), exit after ${seconds.toFixed(1)} s`,
  );
}

async function memoryMb({ process: { pid } }: Api, name: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1024;
}

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${String(count)} × ${name}`).join(', ') || 'none';
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
