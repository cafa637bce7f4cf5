import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { SessionId } from '../../shared/ids';
import type { SubmitVerdict } from './contract';

/** An operator's submit obeys what the page's and the API's obey, who look before they send. */
export async function judgeSubmit(
  db: Kysely<Database>,
  sessionId: SessionId,
): Promise<SubmitVerdict> {
  const { consent_at: consentAt } = await db
    .selectFrom('sessions')
    .select('consent_at')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return { refused: consentAt === null ? 'consent_required' : null };
}
