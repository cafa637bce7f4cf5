import type { Kysely } from 'kysely';
import type { Database } from '../../../../shared/database/schema';
import type { SessionId } from '../../../../shared/domain/ids';
import type { Finding } from './finding';

const tooFastBelowMs = 15_000;
const tooSlowAboveMs = 15 * 60_000;

/** From a capture's first step to its submit, by the timeline's own times; null when no person did both. */
export async function captureDurationMs(
  db: Kysely<Database>,
  sessionId: SessionId,
): Promise<number | null> {
  const steps = await db
    .selectFrom('timeline')
    .select(['event', 'actor_kind', 'at'])
    .where('session_id', '=', sessionId)
    .where('kind', '=', 'transition')
    .where('event', 'in', ['start_capture', 'submit'])
    .orderBy('position')
    .execute();
  const submit = steps.findLastIndex(({ event }) => event === 'submit');
  const begun = steps
    .slice(0, Math.max(submit, 0))
    .findLast((step) => step.event === 'start_capture');
  const submitted = steps[submit];
  // An integrator's program is done in seconds, and that says nothing about anybody.
  if (submitted?.actor_kind !== 'person' || begun?.actor_kind !== 'person') return null;
  return submitted.at.getTime() - begun.at.getTime();
}

export function judgeTiming(durationMs: number | null): Finding {
  if (durationMs === null) {
    return {
      triggered: new Map(),
      notEvaluated: ['completion_too_fast', 'completion_too_slow'],
    };
  }
  const evidence = { duration_ms: durationMs };
  if (durationMs < tooFastBelowMs) {
    return { triggered: new Map([['completion_too_fast', evidence]]), notEvaluated: [] };
  }
  if (durationMs > tooSlowAboveMs) {
    return { triggered: new Map([['completion_too_slow', evidence]]), notEvaluated: [] };
  }
  return { triggered: new Map(), notEvaluated: [] };
}
