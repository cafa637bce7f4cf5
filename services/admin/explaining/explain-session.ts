import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { SessionId } from '../../../shared/domain/ids';
import { errorFacts } from '../../../shared/tracing/error-facts';
import type { Explanation, Part } from './explanation';
import { readRecords } from './read-records';
import { readSession } from './read-session';
import { readWebhooks } from './read-webhooks';
import { readWorkflow } from './read-workflow';

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
