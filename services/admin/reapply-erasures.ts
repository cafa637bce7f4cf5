import { parseArgs } from 'node:util';
import { z } from 'zod';
import { objectStoreSettings, parseSettings } from '../../shared/config/settings';
import { masterKeysSettings, readMasterKeys } from '../../shared/crypto/master-keys';
import { connectDatabase } from '../../shared/database/connect';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { openJournalStore, openObjectStore } from '../../shared/storage/open-object-store';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import type { Program } from './program';
import { reapplyErasures } from './reapplying/reapply-all';

const settingsSchema = z.object({
  DATABASE_URL: z.string().min(1),
  ...masterKeysSettings,
  ...objectStoreSettings,
});

const optionsSchema = z.strictObject({
  'dry-run': z.boolean().default(false),
  'journal-lost': z.boolean().default(false),
});

/** After a restore and before API and workers: repeats what was erased since the copy was made. */
export const reapply: Program = {
  usage: 'reapply-erasures [--dry-run] [--journal-lost]',
  run: async ({ args, environment, report, clock }) => {
    const options = optionsOf(args);
    const settings = parseSettings(settingsSchema, environment);
    const keyring = await readMasterKeys(settings);
    const db = connectDatabase({ url: settings.DATABASE_URL, maxConnections: 2 });
    try {
      const told = await reapplyErasures(
        {
          db,
          keyring,
          journal: createErasureJournal(openJournalStore(settings)),
          objects: openObjectStore(settings),
          publicKey: createMessageSigner(keyring).publicKey,
          backupRetentionDays: settings.BACKUP_RETENTION_DAYS,
          clock,
          alert: (message, ids) => report(`${message} ${JSON.stringify(ids)}`),
          report,
        },
        { isDryRun: options['dry-run'], isJournalLost: options['journal-lost'] },
      );
      report(JSON.stringify(told, null, 2));
    } finally {
      await db.destroy();
    }
  },
};

function optionsOf(args: readonly string[]): z.output<typeof optionsSchema> {
  const { values } = parseArgs({ args: [...args], strict: false });
  const parsed = optionsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new VerifaError('config_invalid', { detail: `Usage: ${reapply.usage}` });
}
