import { sql, type Kysely } from 'kysely';
import { mayRead } from '../../shared/crypto/session-key';
import type { Database } from '../../shared/database/schema';
import type { WebhookDeliveryId } from '../../shared/domain/ids';
import { deliveryMove, setClause } from '../../shared/webhooks/move-deliveries';
import type { BegunTry } from './begun-try';
import type { TryResult } from './send-try';

/** A try that its receiver took, or that another one follows: the rest is `finishTry`'s. */
export interface EndedTry {
  readonly begun: BegunTry;
  readonly result: TryResult;
  /** Null: delivered. */
  readonly notBefore: Date | null;
}

const retentionStatuses = ['active', 'sensitive_redacted', 'redacted'] as const;
const readable = retentionStatuses.filter((retention_status) =>
  mayRead({ retention_status }, 'extracted_data'),
);

/**
 * Records how many tries ended, by one statement, as `finishTry` does one. An answer is kept under its session's
 * lock, so that a redaction of this very moment finds it to wipe. Nobody is waited for: where a session is
 * being changed just now, its try is left out, and out of what this returns.
 */
export async function finishFirstTries(
  db: Kysely<Database>,
  ended: readonly EndedTry[],
  now: Date,
): Promise<ReadonlySet<WebhookDeliveryId>> {
  const taken = deliveryMove('taken');
  const again = deliveryMove('wait_given');
  const column = <T>(value: (one: EndedTry) => T): readonly T[] => ended.map(value);
  const { rows } = await sql<{ id: WebhookDeliveryId }>`
    WITH ended AS (
      SELECT * FROM unnest(
        ${column(({ begun }) => begun.deliveryId)}::text[],
        ${column(({ begun }) => begun.round)}::integer[],
        ${column(({ begun }) => begun.tryNumber)}::integer[],
        ${column(({ begun }) => begun.isTest)}::boolean[],
        ${column(({ result }) => result.statusCode)}::integer[],
        ${column(({ result }) => result.errorCode)}::text[],
        ${column(({ result }) => result.durationMs)}::integer[],
        ${column(({ begun, result }) => answerOf(begun, result))}::text[],
        ${column(({ result }) => result.answerHead)}::text[],
        ${column(({ begun, result }) => answeringSession(begun, result))}::text[],
        ${column(({ notBefore }) => notBefore)}::timestamptz[]
      ) AS one (id, round, try_number, is_test, status_code, error_code, duration_ms, answer,
        answer_head, session_id, not_before)),
    locked AS MATERIALIZED (
      SELECT id, retention_status FROM sessions
      WHERE id IN (SELECT session_id FROM ended) FOR SHARE SKIP LOCKED),
    kept AS MATERIALIZED (
      SELECT ended.*, locked.retention_status FROM ended
      LEFT JOIN locked ON locked.id = ended.session_id
      WHERE ended.session_id IS NULL OR locked.id IS NOT NULL),
    tried AS (
      UPDATE webhook_tries
      SET status_code = kept.status_code, error_code = kept.error_code,
        duration_ms = kept.duration_ms, answer_head = kept.answer_head,
        answer = CASE WHEN kept.session_id IS NULL OR kept.retention_status = ANY (${readable}::text[])
          THEN kept.answer END
      FROM kept
      WHERE webhook_tries.delivery_id = kept.id AND webhook_tries.round = kept.round
        AND webhook_tries.try_number = kept.try_number),
    waiting AS (
      UPDATE webhook_deliveries SET ${setClause(again)}, not_before = kept.not_before
      FROM kept
      WHERE webhook_deliveries.id = kept.id AND webhook_deliveries.round = kept.round
        AND kept.not_before IS NOT NULL AND ${again.where}),
    delivered AS (
      UPDATE webhook_deliveries SET ${setClause(taken)}, updated_at = ${now}
      FROM kept
      WHERE webhook_deliveries.id = kept.id AND webhook_deliveries.round = kept.round
        AND kept.not_before IS NULL AND ${taken.where}
      RETURNING webhook_deliveries.endpoint_id, kept.is_test),
    healthy AS (
      UPDATE webhook_endpoints SET failed_in_a_row = 0
      WHERE failed_in_a_row > 0
        AND id IN (SELECT endpoint_id FROM delivered WHERE NOT is_test))
    SELECT id FROM kept`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Answers to an identity's events, which no redaction of a session would find, are not kept at all. */
function answerOf({ sessionId, isTest }: BegunTry, { answer }: TryResult): string | null {
  return sessionId === null && !isTest ? null : answer;
}

/** The session that may be repeated in the answer; an empty one repeats nobody. */
function answeringSession({ sessionId, isTest }: BegunTry, { answer }: TryResult): string | null {
  return isTest || answer === null || answer === '' ? null : sessionId;
}
