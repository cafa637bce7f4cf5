import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { parseSettings } from '../../shared/config/settings';
import { ensureKeyringFile } from '../../shared/crypto/keyring-file';
import {
  masterKeysSettings,
  openMasterKeys,
  type MasterKeys,
} from '../../shared/crypto/master-keys';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { connectDatabase } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import type { Program } from './program';

const settingsSchema = z.object({
  /** Of the schema's owner, and not through a pooler: a session is kept for the whole run. */
  DATABASE_URL: z.string().min(1),
  ...masterKeysSettings,
  /**
   * 0: a missing keyring file is a mistake and not a first start, as where it is a Secret or every job has a folder of
   * its own. A ring that a command prints is never made here.
   */
  MASTER_KEYS_CREATE: z.enum(['0', '1']).default('1'),
  /** 0: no first organisation; `create-organization` makes it, and prints its keys. */
  FIRST_ORGANIZATION: z.enum(['0', '1']).default('1'),
  /**
   * How long one migration tries to get its locks. It asks for 2 s at a time and lets others pass in between, so that
   * a longer wait costs them nothing; when it is over nothing of that migration has been applied.
   */
  MIGRATE_WAIT_SECONDS: z.coerce.number().min(1).default(600),
});

/** Before API and workers start: the schema, and on the first run master keys and an organisation. */
export const migrate: Program = {
  usage: 'migrate',
  run: async ({ environment, report, clock }) => {
    const settings = parseSettings(settingsSchema, environment);
    const masterKeys = openMasterKeys(settings);
    if (masterKeys.file !== null && settings.MASTER_KEYS_CREATE === '1') {
      await ensureKeyringFile(masterKeys.file);
    }
    // Records that are written without the ring they belong to are lost.
    await masterKeys.read();
    const db = connectDatabase({ url: settings.DATABASE_URL, maxConnections: 1 });
    try {
      const { applied, newer } = await migrateToLatest(db, {
        waitMs: settings.MIGRATE_WAIT_SECONDS * 1_000,
        report,
      });
      for (const name of applied) report(`migrated: ${name}`);
      if (newer.length > 0) {
        report(
          `The schema is of a later release (${newer.join(', ')}), which serves this one too.`,
        );
      }
      const there = await db.selectFrom('organizations').select('id').limit(1).executeTakeFirst();
      if (there !== undefined || settings.FIRST_ORGANIZATION === '0') return;
      const keysFile = join(firstKeysFolder(masterKeys), 'first-keys.json');
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

/** Beside the ring, which is as secret; printed by a command, it has no place. */
function firstKeysFolder({ file }: MasterKeys): string {
  if (file !== null) return dirname(file);
  throw new VerifaError('config_invalid', {
    detail:
      'FIRST_ORGANIZATION: has to be 0 with MASTER_KEYS_COMMAND; then run create-organization, which prints its keys',
  });
}
