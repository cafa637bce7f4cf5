import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema';
import type { Environment } from '../domain/environment';
import {
  idPrefixes,
  isId,
  type IdentityId,
  type OrganizationId,
  type SessionId,
} from '../domain/ids';

export type AnswerSubject = SessionId | IdentityId;

interface Owner {
  readonly organization_id: OrganizationId;
  readonly environment: Environment;
}

/**
 * Empties the stored answers of idempotency that hold data of these, in the transaction that erases or hides
 * them. The rows stay: a repeat is refused and runs nothing, so that a retried create makes nobody again.
 */
export async function eraseStoredAnswers(
  trx: Transaction<Database>,
  { organization_id: organizationId, environment }: Owner,
  subjects: readonly AnswerSubject[],
): Promise<void> {
  for (const id of subjects) {
    await sql`
      UPDATE idempotency
      SET answer_sealed = NULL, erased_subject = COALESCE(erased_subject, ${id})
      WHERE organization_id = ${organizationId} AND environment = ${environment}
        AND key_hash = ANY(ARRAY(SELECT key_hash FROM verifa_answers_about(
          ${organizationId}, ${environment}, ${id}, ${bareId(id)})))`.execute(trx);
  }
}

/** As a row keeps the id that it gave out: without the prefix, which the operation puts before it. */
function bareId(id: AnswerSubject): string {
  const kind = isId('session', id) ? 'session' : 'identity';
  return id.slice(idPrefixes[kind].length);
}
