import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import { openJson } from '../../../shared/crypto/seal';
import { keyToRead, sealContext } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { freeObject, idOf, instant } from '../http/answer-values';

export const changeObject = z
  .strictObject({
    id: idOf('audit'),
    kind: z.enum(['override', 'correction']),
    case_id: idOf('case'),
    attempt: z.number().int(),
    by: z.string().nullable(),
    applied_at: instant.nullable(),
    /** What was corrected, or why; null once it was hidden or the session was redacted. */
    content: freeObject.nullable(),
    outcomes: z.array(z.strictObject({ check: z.string(), status: z.string() })).readonly(),
  })
  .meta({ id: 'CaseChange' });
export type ChangeView = z.output<typeof changeObject>;

const contentSchema = z.record(z.string(), z.unknown());

/** What reviewers laid over the session's attempts and what took effect, the oldest first. */
export async function changesOf(
  { db, keyring }: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  session: SessionRow,
): Promise<readonly ChangeView[]> {
  const rows = await db
    .selectFrom('case_changes')
    .selectAll()
    .where('session_id', '=', session.id)
    .where('applied_at', 'is not', null)
    .orderBy('applied_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const layers = await db
    .selectFrom('outcome_layers')
    .selectAll()
    .where('change_id', 'in', ids)
    .orderBy('check')
    .execute();
  const key = keyToRead(keyring, session, 'reviewers_words');
  return rows.map(
    ({ id, kind, case_id, attempt, author_id: by, applied_at, content_sealed: sealed }) => ({
      id,
      kind,
      case_id,
      attempt,
      by,
      applied_at,
      content:
        key === null || sealed === null
          ? null
          : contentSchema.parse(openJson(key, sealContext.caseChange(id), sealed)),
      outcomes: layers
        .filter(({ change_id }) => change_id === id)
        .map(({ check, status }) => ({ check, status })),
    }),
  );
}
