import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { processEnvironment, secretSettings } from '../../../shared/config/process-environment';
import { apiSettingsSchema, parseSettings } from '../../../shared/config/settings';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-secrets-'));
});
afterAll(() => rm(folder, { recursive: true }));

function refusal(given: Record<string, string>): string {
  try {
    processEnvironment(given);
  } catch (cause) {
    return cause instanceof Error && 'detail' in cause ? String(cause.detail) : 'no VerifaError';
  }
  return 'taken';
}

describe.each(secretSettings)('%s', (name) => {
  it('is read out of its file once, without the line break at its end', async () => {
    const path = join(folder, name);
    await writeFile(path, ` s3cret: with spaces inside \r\n`);
    const reads: string[] = [];
    const read = (file: string): string => {
      reads.push(file);
      return readFileSync(file, 'utf8');
    };
    const environment = processEnvironment({ [`${name}_FILE`]: path, OTHER: 'kept' }, read);
    expect(environment[name]).toBe('s3cret: with spaces inside');
    expect(environment['OTHER']).toBe('kept');
    expect(environment[`${name}_FILE`]).toBeUndefined();
    expect(reads).toEqual([path]);
  });

  it('is refused given both ways, without a word of either', async () => {
    const path = join(folder, 'both');
    await writeFile(path, 'of-the-file');
    const said = refusal({ [name]: 'of-the-value', [`${name}_FILE`]: path });
    expect(said).toBe(`${name}: set it or ${name}_FILE, not both`);
  });

  it('is refused with a file that is not there or empty; the error names the setting, not the path', async () => {
    const empty = join(folder, 'empty');
    await writeFile(empty, '\n');
    expect(refusal({ [`${name}_FILE`]: empty })).toBe(
      `${name}_FILE: the file that it names is empty`,
    );
    // Somebody took the secret itself for the path.
    expect(refusal({ [`${name}_FILE`]: 'postgres://u:hunter2@h/d' })).toBe(
      `${name}_FILE: the file that it names cannot be read (ENOENT)`,
    );
  });
});

it('an empty value is one that is not set: everything else comes through as it is', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[A-Z][A-Z_]{0,8}$/), fc.string()),
      (environment) => {
        const out = processEnvironment(environment, () => 'x');
        for (const [name, value] of Object.entries(environment)) {
          if (!name.endsWith('_FILE')) expect(out[name]).toBe(value === '' ? undefined : value);
        }
      },
    ),
  );
});

it('an empty HOST is the default, not every address', () => {
  const environment = processEnvironment({
    DATABASE_URL: 'postgres://db/x',
    MASTER_KEYS_FILE: '/keys',
    VERIFA_CACHE_DIR: '/models',
    PUBLIC_URL: 'https://verify.example.com',
    HOST: '',
    OIDC_ISSUER: '',
  });
  const settings = parseSettings(apiSettingsSchema, environment);
  expect(settings).toMatchObject({ HOST: '127.0.0.1' });
  expect(settings.OIDC_ISSUER).toBeUndefined();
});

it('every secret of the schema is one, and each process reads its environment through it alone', () => {
  const named = Object.keys(apiSettingsSchema.shape).filter((name) => /SECRET|_URL$/.test(name));
  const open = ['PUBLIC_URL', 'TEMPORAL_UI_URL', 'START_PAGE_URL', 'RUNBOOK_URL'];
  for (const name of named) expect([...secretSettings, ...open]).toContain(name);
  const services = resolve(__dirname, '../../../services');
  const mains = readdirSync(services)
    .map((name) => join(services, name, 'main.ts'))
    // Of a page's build, which knows no secret.
    .filter((file) => existsSync(file) && !file.includes('/console/'));
  expect(mains.length).toBeGreaterThan(3);
  for (const file of mains) {
    const uses = readFileSync(file, 'utf8').match(/.{0,40}process\.env\b/g) ?? [];
    expect(uses.map((use) => use.endsWith('processEnvironment(process.env'))).toEqual([true]);
  }
});
