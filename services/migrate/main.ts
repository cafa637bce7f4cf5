import { open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { parseSettings } from '../../shared/config/settings';
import { newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { runMain } from '../../shared/process/run-main';

const settingsSchema = z.object({
  DATABASE_URL: z.string().min(1),
  /** Made when it is missing: keep it, and keep it apart from the database's backups. */
  MASTER_KEYS_FILE: z.string().min(1),
});

/** Before API and workers start: the schema, and on the first run master keys and an organisation. */
async function main(): Promise<void> {
  const settings = parseSettings(settingsSchema, process.env);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await writeFile(settings.MASTER_KEYS_FILE, JSON.stringify(newKeyringFile()), {
    mode: 0o600,
    flag: 'wx',
  }).catch((cause: unknown) => {
    if (isExists(cause)) return;
    const detail = 'MASTER_KEYS_FILE: cannot be written in its folder';
    throw new VerifaError('config_invalid', { detail, cause });
  });
  const db = connectDatabase({ url: settings.DATABASE_URL, maxConnections: 1 });
  try {
    for (const name of await migrateToLatest(db)) say(`migrated: ${name}`);
    const there = await db.selectFrom('organizations').select('id').limit(1).executeTakeFirst();
    if (there !== undefined) return;
    const keysFile = join(dirname(settings.MASTER_KEYS_FILE), 'first-keys.json');
    // Opened first: keys that cannot be written down are not made.
    const file = await open(keysFile, 'w', 0o600);
    try {
      const { liveKey, sandboxKey } = await bootstrapOrganization(db, () => new Date());
      await file.writeFile(`${JSON.stringify({ live_key: liveKey, sandbox_key: sandboxKey })}\n`);
    } finally {
      await file.close();
    }
    // Logs are kept and copied: they hold no key.
    say(`The first two API keys are in ${keysFile}.`);
  } finally {
    await db.destroy();
  }
}

function isExists(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'EEXIST';
}

runMain('The migration', main);
