import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { startService, type RunningService } from '../processes/running-service';
import { runPython, type PythonRun } from './python-tools';

/** `/openapi.json` against the running API, by tools that know nothing of our code. */
const config = resolve(__dirname, '../../schemathesis.toml');
const runMs = 400_000;

let service: RunningService;
let folder: string;
let document: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  [service, folder] = await Promise.all([
    // It tries every route without its key.
    startService({ FAILURES_PER_ADDRESS: '1000000' }),
    mkdtemp(join(tmpdir(), 'verifa-openapi-')),
  ]);
  const response = await fetch(`${service.apiUrl}/openapi.json`);
  document = z.record(z.string(), z.unknown()).parse(await response.json());
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

async function schemathesis(file: string, key: string, ...more: string[]): Promise<PythonRun> {
  return runPython(
    'schemathesis.cli',
    [
      ...['--config-file', config, '--no-color', 'run', file, '--url', service.apiUrl],
      ...['--header', `X-API-Key: ${key}`, '--phases', 'examples,coverage,fuzzing,stateful'],
      ...['--max-examples', '10', '--workers', '1', '--request-timeout', '60', ...more],
    ],
    runMs,
  );
}

/** What it found, each with the request that shows it. */
function findings(output: string): string {
  const sections = /={5,} (?:ERRORS|FAILURES) ={5,}[^]*?(?=\n={5,} (?:WARNINGS|SUMMARY))/;
  return sections.exec(output)?.[0] ?? '';
}

function tried(output: string): number {
  return Number(/(\d+) generated/.exec(output)?.[1]);
}

it(
  'is a valid OpenAPI 3.1 document',
  async () => {
    const file = await written('valid.json', document);
    const { exitCode, output } = await runPython('openapi_spec_validator', [file], runMs);
    expect(output).toContain('OK');
    expect(exitCode).toBe(0);
  },
  runMs + 60_000,
);

it(
  'is what every route does: all phases of schemathesis find no difference',
  async () => {
    const file = await written('whole.json', document);
    const exclude = ['--exclude-path-regex', '/api-keys/'];
    const { exitCode, output } = await schemathesis(file, service.sandboxKey, ...exclude);
    expect(findings(output)).toBe('');
    expect(tried(output)).toBeGreaterThan(2_000);
    expect(exitCode).toBe(0);
  },
  runMs + 10_000,
);

it(
  'nor where a key may end the very key that asks, which comes last',
  async () => {
    const file = await written('keys.json', document);
    const key = await newKey();
    const { exitCode, output } = await schemathesis(file, key, '--include-path-regex', '/api-keys');
    expect(findings(output)).toBe('');
    expect(tried(output)).toBeGreaterThan(50);
    expect(exitCode).toBe(0);
  },
  runMs + 10_000,
);

it(
  'and a difference would be found',
  async () => {
    const text = JSON.stringify(document).replaceAll('"window_seconds"', '"window_minutes"');
    const file = await written('drifted.json', JSON.parse(text));
    const only = ['--include-path-regex', '/rate-limits$'];
    const { exitCode, output } = await schemathesis(file, service.sandboxKey, ...only);
    expect(findings(output)).toContain('Response violates schema');
    expect(exitCode).not.toBe(0);
  },
  runMs + 10_000,
);

/** One that nothing else asks with: schemathesis may end it, or narrow any of its environment. */
async function newKey(): Promise<string> {
  const response = await fetch(`${service.apiUrl}/api/v1/api-keys`, {
    method: 'POST',
    headers: { 'X-API-Key': service.liveKey, 'Content-Type': 'application/json' },
    body: JSON.stringify({ label: 'for schemathesis', scopes: ['keys:write', 'sessions:read'] }),
  });
  return z.object({ key: z.string() }).parse(await response.json()).key;
}
