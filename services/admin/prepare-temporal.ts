import { z } from 'zod';
import { parseSettings } from '../../shared/config/settings';
import { ofPart } from '../../shared/process/part';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { defaultRetentionDays, prepareNamespace } from '../../shared/temporal/prepare-namespace';
import type { Program } from './program';

const settingsSchema = z.object({
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** How long Temporal keeps the histories of closed workflows. A longer one that is set there stays. */
  TEMPORAL_RETENTION_DAYS: z.coerce.number().int().min(1).max(365).default(defaultRetentionDays),
});

/** Before the workers start: the namespace, its retention and its search attributes. Any number of times. */
export const prepareTemporal: Program = {
  usage: 'prepare-temporal',
  run: async ({ environment, report }) => {
    const settings = parseSettings(settingsSchema, environment);
    const { TEMPORAL_NAMESPACE: namespace, TEMPORAL_RETENTION_DAYS: days } = settings;
    const temporal = connectTemporalClient({
      address: settings.TEMPORAL_ADDRESS,
      namespace,
      environment,
    });
    try {
      const { isNew, retentionDays, added } = await ofPart('Temporal', () =>
        prepareNamespace(temporal.connection, namespace, days),
      );
      report(`namespace ${namespace}: ${isNew ? 'made' : 'there'}`);
      report(`histories are kept for ${String(retentionDays)} days`);
      report(`search attributes added: ${added.length === 0 ? 'none' : added.join(', ')}`);
    } finally {
      await temporal.close();
    }
  },
};
