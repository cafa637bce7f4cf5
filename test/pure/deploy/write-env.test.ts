import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const script = resolve('deploy/compose/write-env.sh');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-env-'));
  await copyFile('.env.example', join(folder, '.env.example'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(): Promise<string> {
  await promisify(execFile)('sh', [script, folder]);
  return readFile(join(folder, '.env'), 'utf8');
}

it('writes each line of the example, with a random secret of its own wherever one is asked for', async () => {
  const [example, written] = [await readFile(join(folder, '.env.example'), 'utf8'), await write()];
  const lines = written.split('\n');
  const secrets = example.split('\n').flatMap((line, index) => {
    if (!line.endsWith('=random')) {
      expect(lines[index]).toBe(line);
      return [];
    }
    expect(lines[index]).toMatch(new RegExp(`^${line.slice(0, -'random'.length)}[0-9a-f]{64}$`));
    return [lines[index]?.split('=')[1]];
  });
  expect(secrets.length).toBeGreaterThan(1);
  expect(new Set(secrets).size).toBe(secrets.length);
  expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).sort()).toEqual(['.env', '.env.example']);
});

it('never writes over secrets that are in use', async () => {
  await writeFile(join(folder, '.env'), 'POSTGRES_PASSWORD=mine\n');
  await expect(write()).rejects.toThrow('left as it is');
  expect(await readFile(join(folder, '.env'), 'utf8')).toBe('POSTGRES_PASSWORD=mine\n');
  expect((await readdir(folder)).sort()).toEqual(['.env', '.env.example']);
});
