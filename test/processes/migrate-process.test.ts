import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { hashApiKey } from '../../shared/auth/api-key';
import { connectDatabase } from '../../shared/database/connect';
import { createTestDatabase } from '../stack/database';
import { builtService } from './built-service';
import { eventually, startProcess } from './running-process';

const keysSchema = z.strictObject({ live_key: z.string(), sandbox_key: z.string() });

it('migrate writes the first keys into the key folder, for their owner only, and prints none', async () => {
  const [build, database] = await Promise.all([builtService(), createTestDatabase()]);
  const folder = await mkdtemp(join(tmpdir(), 'verifa-migrate-'));
  const db = connectDatabase({ url: database.url, maxConnections: 1 });
  const run = async (): Promise<string> => {
    const begun = startProcess(
      join(build, 'services/admin/main.js'),
      { DATABASE_URL: database.url, MASTER_KEYS_FILE: join(folder, 'master-keys.json') },
      ['migrate'],
    );
    await eventually('its end', () => Promise.resolve(begun.alive ? undefined : true));
    return begun.output();
  };
  try {
    const said = await run();
    const file = join(folder, 'first-keys.json');
    expect(said).toContain(file);
    expect(said).not.toMatch(/vk_(live|sandbox)_/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const keys = keysSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const rows = await db.selectFrom('api_keys').select(['environment', 'key_hash']).execute();
    const hashOf = (environment: string) =>
      rows.find((row) => row.environment === environment)?.key_hash;
    expect(hashOf('live')).toEqual(hashApiKey(keys.live_key));
    expect(hashOf('sandbox')).toEqual(hashApiKey(keys.sandbox_key));
    // Again: what is there stays.
    expect(await run()).not.toContain('first-keys');
    expect(keysSchema.parse(JSON.parse(await readFile(file, 'utf8')))).toEqual(keys);
  } finally {
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);
