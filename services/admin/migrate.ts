import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { parseSettings } from '../../shared/config/settings';
import { ensureKeyringFile } from '../../shared/crypto/keyring-file';
import { connectDatabase } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import type { Program } from './program';

const settingsSchema = z.object({
  DATABASE_URL: z.string().min(1),
  /** Made when it is missing: keep it, and keep it apart from the database's backups. */
  MASTER_KEYS_FILE: z.string().min(1),
});

/** Before API and workers start: the schema, and on the first run master keys and an organisation. */
export const migrate: Program = {
  usage: 'migrate',
  run: async ({ environment, report, clock }) => {
    const settings = parseSettings(settingsSchema, environment);
    await ensureKeyringFile(settings.MASTER_KEYS_FILE);
    const db = connectDatabase({ url: settings.DATABASE_URL, maxConnections: 1 });
    try {
      for (const name of await migrateToLatest(db)) report(`migrated: ${name}`);
      const there = await db.selectFrom('organizations').select('id').limit(1).executeTakeFirst();
      if (there !== undefined) return;
      const keysFile = join(dirname(settings.MASTER_KEYS_FILE), 'first-keys.json');
      // Opened first: keys that cannot be written down are not made.
      const file = await open(keysFile, 'w', 0o600);
      try {
        const { liveKey, sandboxKey } = await bootstrapOrganization(db, clock);
        await file.writeFile(`${JSON.stringify({ live_key: liveKey, sandbox_key: sandboxKey })}\n`);
      } finally {
        await file.close();
      }
      // Logs are kept and copied: they hold no key.
      report(`The first two API keys are in ${keysFile}.`);
    } finally {
      await db.destroy();
    }
  },
};
