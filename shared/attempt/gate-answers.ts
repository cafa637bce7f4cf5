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
  const rows = await everyGateEvent(db)
    .select(['session_id', 'attempt'])
    .where(sql<boolean>`session_id = ANY(${sessionIds})`)
    .execute();
  return rows.flatMap(({ session_id: sessionId, attempt, ...event }) =>
    gateAnswersOf([event]).map((answered) => ({ sessionId, attempt, ...answered })),
  );
}

/** Of all sessions: part of a query that says of which. */
export function everyGateEvent(db: Kysely<Database>) {
  return db
    .selectFrom('timeline')
    .select(['timeline.event', 'timeline.detail'])
    .where('timeline.kind', '=', 'transition')
    .where('timeline.event', 'in', Object.keys(gateAnswers).filter(isGateEvent))
    .orderBy('timeline.position');
}

export function gateAnswersOf(
  events: readonly { readonly event: string; readonly detail: unknown }[],
): readonly Pick<AnsweredGate, 'gate' | 'answer'>[] {
  return events.flatMap(({ event, detail }) =>
    isGateEvent(event) ? [{ gate: gateDetail.parse(detail).gate, answer: gateAnswers[event] }] : [],
  );
}

function isGateEvent(event: string): event is keyof typeof gateAnswers {
  return Object.hasOwn(gateAnswers, event);
}
