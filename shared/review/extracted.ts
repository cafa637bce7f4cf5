import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openJson, type OpeningKey } from '../crypto/seal';
import { sealContext } from '../crypto/session-key';
import type { Database } from '../database/schema';
import type { SessionId } from '../ids';

interface Ref {
  readonly sessionId: SessionId;
  readonly attempt: number;
}
export type Extracted = Readonly<Record<string, unknown>>;
const extractedSchema = z.record(z.string(), z.unknown());

interface Sealed {
  readonly read: Buffer | null;
  readonly corrections: readonly { readonly id: string; readonly sealed: Buffer }[];
}

/** What was read, with what reviewers corrected laid over it; null when there is neither. */
export function openExtracted(
  key: OpeningKey,
  ref: Ref,
  { read, corrections }: Sealed,
): Extracted | null {
  if (read === null && corrections.length === 0) return null;
  const context = sealContext.extraction(ref.sessionId, ref.attempt);
  const own = read === null ? {} : extractedSchema.parse(openJson(key, context, read));
  return corrections.reduce<Extracted>(
    (under, { id, sealed }) => ({
      ...under,
      ...extractedSchema.parse(openJson(key, sealContext.caseChange(id), sealed)),
    }),
    own,
  );
}

export interface AppliedCorrection {
  readonly id: string;
  readonly session_id: SessionId;
  readonly attempt: number;
  readonly content_sealed: Buffer | null;
}

/** Those that took effect, the oldest first. */
export async function loadCorrections(
  db: Kysely<Database>,
  sessionIds: readonly SessionId[],
): Promise<readonly AppliedCorrection[]> {
  return db
    .selectFrom('case_changes')
    .select(['id', 'session_id', 'attempt', 'content_sealed'])
    .where('session_id', 'in', [...sessionIds])
    .where('kind', '=', 'correction')
    .where('applied_at', 'is not', null)
    .orderBy('applied_at')
    .orderBy('id')
    .execute();
}

/** Of one attempt, as they are laid over each other. */
export function correctionsOf(rows: readonly AppliedCorrection[], ref: Ref): Sealed['corrections'] {
  return rows.flatMap(({ id, session_id: sessionId, attempt, content_sealed: sealed }) =>
    sessionId === ref.sessionId && attempt === ref.attempt && sealed !== null
      ? [{ id, sealed }]
      : [],
  );
}

export async function loadExtracted(
  db: Kysely<Database>,
  key: OpeningKey,
  ref: Ref,
): Promise<Extracted | null> {
  const row = await db
    .selectFrom('extractions')
    .select('fields_sealed')
    .where('session_id', '=', ref.sessionId)
    .where('attempt', '=', ref.attempt)
    .executeTakeFirst();
  const corrections = correctionsOf(await loadCorrections(db, [ref.sessionId]), ref);
  return openExtracted(key, ref, { read: row?.fields_sealed ?? null, corrections });
}
