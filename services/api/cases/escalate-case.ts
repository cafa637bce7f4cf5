import type { Transaction } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { appendEvent } from '../../../shared/outbox/append-event';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import type { CaseActor } from './case-actor';
import { writeNote } from './case-notes';
import type { CaseRow } from './case-view';
import { changeCase } from './change-case';
import { requireMayDecide, requireReach } from './hold-case';

/** The second of two reviewers says otherwise than the first one. */
export interface Disagreement {
  readonly decision: 'approve' | 'reject';
  readonly reasonCode?: string;
}

interface Escalation {
  /** A note on the case. */
  readonly words?: string;
  readonly disagreement?: Disagreement;
}

/** Leaves the decision to another reviewer. A repeat is the same escalation: one event, one note. */
export async function escalateCase(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'clock'>,
  call: Call<{ id: string }, unknown, unknown>,
  actor: CaseActor,
  { words, disagreement }: Escalation,
): Promise<CaseRow> {
  const id = call.assignedId('audit');
  const deed = { id, actor, what: 'escalated', detail: detailOf(disagreement) } as const;
  return changeCase(deps, call, deed, async (trx, locked, at, session) => {
    requireReach(locked, actor, at);
    if (locked.status === 'escalated' && locked.escalated_by === actor.id) return null;
    if (disagreement !== undefined) requireStillApart(locked, actor, disagreement);
    if (words !== undefined) {
      await writeNote(trx, deps.keyring, { id, session, row: locked, actor, text: words, at });
    }
    await fireEscalated(trx, session, locked, at);
    return trx
      .updateTable('cases')
      .set({
        status: 'escalated',
        escalated_by: actor.id,
        second_decision: disagreement?.decision ?? locked.second_decision,
        assignee: null,
        claimed_until: null,
      })
      .where('id', '=', locked.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** Whether this word of the second reviewer is another than the first one's. */
export function isApart(
  row: Pick<CaseRow, 'status' | 'first_decision'>,
  decision: Disagreement['decision'],
): boolean {
  return (
    row.status === 'pending_second_review' &&
    row.first_decision !== null &&
    row.first_decision !== decision
  );
}

/** @throws VerifaError invalid_state: what this one speaks against has been taken back since */
function requireStillApart(row: CaseRow, actor: CaseActor, { decision }: Disagreement): void {
  requireMayDecide(row, actor);
  if (!isApart(row, decision)) {
    throw new VerifaError('invalid_state', { extra: { case_status: row.status } });
  }
}

function detailOf(disagreement: Disagreement | undefined): Readonly<Record<string, string>> {
  if (disagreement === undefined) return {};
  const { decision, reasonCode } = disagreement;
  return {
    disagreement: decision,
    ...(reasonCode === undefined ? {} : { reason_code: reasonCode }),
  };
}

/** Numbered on from the session's last event, whose row the caller has locked. */
async function fireEscalated(
  trx: Transaction<Database>,
  session: SessionRow,
  row: CaseRow,
  at: Date,
): Promise<void> {
  const sequence = session.event_sequence + 1;
  await appendEvent(trx, session, {
    type: 'case.escalated',
    sequence,
    data: { status: session.status, case_id: row.id, attempt: row.attempt },
    at,
  });
  await trx
    .updateTable('sessions')
    .set({ event_sequence: sequence })
    .where('id', '=', session.id)
    .execute();
}
