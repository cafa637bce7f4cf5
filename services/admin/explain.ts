import { z } from 'zod';
import { parseSettings } from '../../shared/config/settings';
import { connectDatabase } from '../../shared/database/connect';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { isId } from '../../shared/domain/ids';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { advise } from './explaining/advise';
import { explainSession } from './explaining/explain-session';
import { tell } from './explaining/tell';
import type { Program } from './program';

const settingsSchema = z.object({
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
});

/** One session's story for an operator, without a word of its person: `deploy/OPERATIONS.md`. */
export const explain: Program = {
  usage: 'explain ses_… [--json]',
  run: async ({ args, environment, report, clock }) => {
    const options = args.filter((word) => word.startsWith('--'));
    const [id = '', ...more] = args.filter((word) => !word.startsWith('--'));
    if (!isId('session', id) || more.length > 0 || options.some((one) => one !== '--json')) {
      throw new VerifaError('config_invalid', {
        detail: 'Name one session: explain ses_… [--json]',
      });
    }
    const settings = parseSettings(settingsSchema, environment);
    const db = connectDatabase({ url: settings.DATABASE_URL, maxConnections: 2 });
    const temporal = connectTemporalClient({
      address: settings.TEMPORAL_ADDRESS,
      namespace: settings.TEMPORAL_NAMESPACE,
      environment,
    });
    try {
      const told = await explainSession({ db, temporal: temporal.client }, id, clock());
      const advice = advise(told);
      if (options.length > 0) report(JSON.stringify({ ...told, next: advice }, null, 2));
      else for (const line of tell(told, advice)) report(line);
    } finally {
      await Promise.all([db.destroy(), temporal.close()]);
    }
  },
};
