import type { Kysely, Transaction } from 'kysely';
import type { Whence } from '../audit/personal-values';
import type { Keyring } from '../crypto/keyring';
import { open, seal } from '../crypto/seal';
import { keyToSeal, keyToWork, sealContext } from '../crypto/session-key';
import type { Database, SessionRow } from '../database/schema';

type Json = Readonly<Record<string, unknown>>;

/** What a message brings with it outside Temporal; it takes effect with the message or not at all. */
export interface Enclosed {
  /** A reviewer's free text. */
  readonly words?: string | null;
  /** Of the integrator's, merged into the session's. */
  readonly metadata?: Json | undefined;
  /** Codes for the audit row. */
  readonly detail?: Json;
}

export interface Sending {
  /** The message's own id, the same for every repeat under one Idempotency-Key. */
  readonly operationId: string;
  readonly requestId: string;
  readonly whence: Whence;
  readonly at: Date;
}

export interface Enclosure {
  readonly requestId: string;
  readonly whence: Whence;
  readonly detail: Json;
  readonly words: string | null;
  readonly metadata: Json | null;
}

/** Before the message: whoever sends it again encloses the same again. */
export async function encloseWith(
  db: Kysely<Database>,
  keyring: Keyring,
  session: SessionRow,
  { operationId, requestId, whence, at, words, metadata, detail }: Sending & Enclosed,
): Promise<void> {
  const context = sealContext.enclosure(operationId);
  const values = {
    request_id: requestId,
    client_address: whence.clientAddress,
    user_agent: whence.userAgent,
    detail: JSON.stringify(detail ?? {}),
    words_sealed:
      words == null ? null : seal(keyToSeal(keyring, session), context, Buffer.from(words)),
    metadata: metadata === undefined ? null : JSON.stringify(metadata),
    created_at: at,
  };
  await db
    .insertInto('enclosures')
    .values({
      organization_id: session.organization_id,
      environment: session.environment,
      session_id: session.id,
      operation_id: operationId,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'operation_id']).doUpdateSet(values))
    .execute();
}

/** By the transition that the message made, in its transaction; null when nothing was enclosed. */
export async function takeEnclosure(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  operationId: string | null,
): Promise<Enclosure | null> {
  if (operationId === null) return null;
  const row = await trx
    .deleteFrom('enclosures')
    .where('session_id', '=', session.id)
    .where('operation_id', '=', operationId)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const context = sealContext.enclosure(operationId);
  return {
    requestId: row.request_id,
    whence: { clientAddress: row.client_address, userAgent: row.user_agent },
    detail: row.detail,
    words:
      row.words_sealed === null
        ? null
        : open(keyToWork(keyring, session), context, row.words_sealed).toString('utf8'),
    metadata: row.metadata,
  };
}

/** The message was refused, or moved nothing: what came with it never was. */
export async function withdrawEnclosure(
  db: Kysely<Database>,
  sessionId: SessionRow['id'],
  operationId: string,
): Promise<void> {
  await db
    .deleteFrom('enclosures')
    .where('session_id', '=', sessionId)
    .where('operation_id', '=', operationId)
    .execute();
}
