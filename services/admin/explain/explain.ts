import { z } from 'zod';
import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { parseSettings } from '../../../shared/config/settings';
import { connectDatabase } from '../../../shared/database/connect';
import type { Database } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId, type SessionId } from '../../../shared/domain/ids';
import { connectTemporalClient } from '../../../shared/temporal/connect-client';
import { errorFacts } from '../../../shared/tracing/error-facts';
import type { Program } from '../program';
import { advise } from './advise';
import type { Explanation, Part } from './explanation';
import { readRecords } from './read-records';
import { readSession } from './read-session';
import { readWebhooks } from './read-webhooks';
import { readWorkflow } from './read-workflow';
import { tell } from './tell';

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

/** Every part on its own: one that cannot be read keeps none of the others back. */
export async function explainSession(
  { db, temporal }: { readonly db: Kysely<Database>; readonly temporal: Client },
  sessionId: SessionId,
  at: Date,
): Promise<Explanation> {
  const [session, workflow, records, webhooks] = await Promise.all([
    partOf(() => readSession(db, sessionId)),
    partOf(() => readWorkflow(temporal, sessionId)),
    partOf(() => readRecords(db, sessionId)),
    partOf(() => readWebhooks(db, sessionId)),
  ]);
  return { sessionId, at, session, workflow, records, webhooks };
}

async function partOf<T>(read: () => Promise<T>): Promise<Part<T>> {
  try {
    return { kind: 'read', value: await read() };
  } catch (cause) {
    return { kind: 'unread', why: reasonOf(cause) };
  }
}

/** Class and code, down to the innermost cause: a driver's message may quote a row. */
function reasonOf(thrown: unknown): string {
  const words: string[] = [];
  for (let facts = errorFacts(thrown); ; facts = facts.cause) {
    words.push([facts.kind, facts.code].filter((word) => word !== undefined).join(' '));
    if (facts.cause === undefined) return words.join(', by ');
  }
}
