import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import { stackAddresses } from '../stack/addresses';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { freePort } from '../stack/free-port';
import { builtService } from './built-service';
import { eventually, startProcess, type RunningProcess } from './running-process';

/** The keyring from a client of a KMS, which is a process like any other: here one that deciphers a file. */
let build: string;
let folder: string;
let database: TestDatabase;
let settings: Record<string, string>;
const ring = newKeyringFile();
const secret = ring.keys['mk1'] ?? '';

beforeAll(async () => {
  [build, folder, database] = await Promise.all([
    builtService(),
    mkdtemp(join(tmpdir(), 'verifa-kms-')),
    createTestDatabase(),
  ]);
  const kmsKey = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', kmsKey, nonce);
  const sealed = Buffer.concat([
    nonce,
    cipher.update(JSON.stringify(ring)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  await writeFile(join(folder, 'ring.sealed'), sealed);
  await writeFile(join(folder, 'open-ring.js'), client);
  const addresses = stackAddresses();
  settings = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: addresses.VERIFA_TEST_TEMPORAL_ADDRESS,
    OBJECT_DIR: join(folder, 'objects'),
    VERIFA_CACHE_DIR: addresses.VERIFA_CACHE_DIR,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    KMS_KEY: kmsKey.toString('base64'),
    MASTER_KEYS_COMMAND: JSON.stringify([
      process.execPath,
      join(folder, 'open-ring.js'),
      join(folder, 'ring.sealed'),
    ]),
  };
}, 240_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const client = `
const { createDecipheriv } = require('node:crypto');
const sealed = require('node:fs').readFileSync(process.argv[2]);
const key = Buffer.from(process.env.KMS_KEY, 'base64');
const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
decipher.setAuthTag(sealed.subarray(-16));
process.stdout.write(decipher.update(sealed.subarray(12, -16)));
process.stdout.write(decipher.final());
`;

function start(args: readonly string[], changed: Record<string, string> = {}): RunningProcess {
  const [room = '', ...own] = args;
  const file = join(build, 'services', room, 'main.js');
  return startProcess(file, { ...settings, ...changed }, own);
}

async function codeOf(started: RunningProcess): Promise<number> {
  return eventually('its end', () => Promise.resolve(started.exitCode ?? undefined));
}

test('a service starts on it, and no ring lies in any file', async () => {
  const migrated = start(['admin', 'migrate'], { FIRST_ORGANIZATION: '0' });
  expect(await codeOf(migrated)).toBe(0);
  const port = String(await freePort());
  const api = start(['api'], { PORT: port });
  try {
    await eventually('the API to be ready', async () => {
      if (!api.alive) throw new Error(api.output());
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      return answer?.ok === true ? true : undefined;
    });
  } finally {
    await api.kill('SIGTERM');
  }
  expect(api.output()).not.toContain(secret);
  expect((await readdir(folder)).sort()).toEqual(['objects', 'open-ring.js', 'ring.sealed']);
});

test('migrate makes neither a ring nor an organisation where it is told so', async () => {
  const db = connectDatabase({ url: database.url, maxConnections: 1 });
  expect(await db.selectFrom('organizations').select('id').execute()).toEqual([]);
  await db.destroy();
  const refused = start(['admin', 'migrate']);
  expect(await codeOf(refused)).toBe(1);
  expect(refused.output()).toContain('FIRST_ORGANIZATION: has to be 0');
  const { MASTER_KEYS_COMMAND: _command, ...byFile } = settings;
  const missing = join(folder, 'no-ring.json');
  const file = join(build, 'services', 'admin', 'main.js');
  const strict = startProcess(
    file,
    { ...byFile, MASTER_KEYS_FILE: missing, MASTER_KEYS_CREATE: '0' },
    ['migrate'],
  );
  expect(await codeOf(strict)).toBe(1);
  expect(strict.output()).toContain('MASTER_KEYS_FILE');
  expect(await readdir(folder)).not.toContain('no-ring.json');
});

test('create-keyring writes a first ring for a Secret, and never over one', async () => {
  const file = join(folder, 'made.json');
  expect(await codeOf(start(['admin', 'create-keyring', '--file', file]))).toBe(0);
  const again = start(['admin', 'create-keyring', '--file', file]);
  expect(await codeOf(again)).toBe(1);
  expect(again.output()).toContain('is there already');
});

test.each<[string, Record<string, string>, RegExp]>([
  ['that fails', { KMS_KEY: 'AAAA' }, /MASTER_KEYS_COMMAND: ended with 1/],
  [
    'that is not there',
    { MASTER_KEYS_COMMAND: '["/nowhere/open-ring"]' },
    /MASTER_KEYS_COMMAND: cannot be run \(ENOENT\)/,
  ],
  [
    'that prints no ring',
    { MASTER_KEYS_COMMAND: JSON.stringify([process.execPath, '-p', '"a secret"']) },
    /MASTER_KEYS_COMMAND: did not print JSON/,
  ],
  [
    'that is no list of words',
    { MASTER_KEYS_COMMAND: 'open-ring ring.sealed' },
    /MASTER_KEYS_COMMAND: is no JSON list/,
  ],
  ['beside a file', { MASTER_KEYS_FILE: '/keys/ring.json' }, /two keyrings; name one/],
])('a command %s: the process says so, quotes nothing, and ends', async (_what, changed, says) => {
  const api = start(['api'], { ...changed, PORT: String(await freePort()) });
  expect(await codeOf(api)).toBe(1);
  expect(api.output()).toMatch(says);
  expect(api.output()).not.toContain(secret);
  expect(api.output()).not.toContain('a secret');
});
