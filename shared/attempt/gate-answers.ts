import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/schema';
import type { SessionId } from '../domain/ids';

export type GateAnswer = 'continue' | 'fail' | 'timeout';

export interface AnsweredGate {
  readonly sessionId: SessionId;
  readonly attempt: number;
  readonly gate: string;
  readonly answer: GateAnswer;
}

const gateDetail = z.object({ gate: z.string() });
const gateAnswers = {
  'external.continue': 'continue',
  'external.fail': 'fail',
  gate_timeout: 'timeout',
} as const;

/** The timeline is the record of how each gate was answered; the oldest first. */
export async function loadGateAnswers(
  db: Kysely<Database>,
  sessionIds: readonly SessionId[],
): Promise<readonly AnsweredGate[]> {
  const rows = await db
    .selectFrom('timeline')
    .select(['session_id', 'attempt', 'event', 'detail'])
    .where(sql<boolean>`session_id = ANY(${sessionIds})`)
    .where('kind', '=', 'transition')
    .where('event', 'in', Object.keys(gateAnswers))
    .orderBy('position')
    .execute();
  return rows.flatMap(({ session_id: sessionId, attempt, event, detail }) =>
    isGateEvent(event)
      ? [{ sessionId, attempt, gate: gateDetail.parse(detail).gate, answer: gateAnswers[event] }]
      : [],
  );
}

function isGateEvent(event: string): event is keyof typeof gateAnswers {
  return Object.hasOwn(gateAnswers, event);
}
