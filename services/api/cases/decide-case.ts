import { writeAskedAgain, type AskedAgain } from '../../../shared/capture/asked-again';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { newId } from '../../../shared/ids';
import type { SentEvent } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import type { CaseActor } from './case-actor';
import { writeNote } from './case-notes';
import { isClosed, sealReason } from './case-view';
import { changeCase } from './change-case';
import { findCase, type FoundCase } from './find-case';
import { hold, requireMayDecide, requireReach } from './hold-case';

export type CaseDecision =
  | { readonly decision: 'approve' }
  | {
      readonly decision: 'reject';
      readonly reasonCode: string;
      readonly reason: string | null;
      readonly blocklist: boolean;
    }
  | { readonly decision: 'resubmit'; readonly pieces: readonly AskedAgain[] };

type DecideDeps = Pick<ApiDeps, 'db' | 'keyring' | 'sessions' | 'clock'>;
type DecideCall = Call<{ id: string }, unknown, unknown>;
const statusOf = { approve: 'approved', reject: 'rejected', resubmit: null } as const;

/**
 * Decides a case by the session's workflow, which alone moves a session and its case. Whoever decides
 * holds the case from here on, so that nobody else's claim comes between; the free text never travels:
 * it is sealed first, so that no accepted decision lacks it.
 */
export async function decideCase(
  deps: DecideDeps,
  call: DecideCall,
  actor: CaseActor,
  wish: CaseDecision,
): Promise<FoundCase> {
  const found = await findCase(deps.db, call.caller, call.params.id);
  // The same decision again gets the first answer again; another one comes too late.
  if (found.row.status === statusOf[wish.decision]) return found;
  if (isClosed(found.row)) throw caseClosed(found);
  await holdWithReason(deps, call, actor, wish);
  try {
    await deps.sessions.send(found.session, {
      event: eventOf(found, actor, wish),
      actor: { kind: actor.kind, id: actor.id },
      requestId: call.operationId,
    });
  } catch (error) {
    const now = await findCase(deps.db, call.caller, call.params.id);
    if (error instanceof VerifaError && error.status === 409 && isClosed(now.row)) {
      throw caseClosed(now, error);
    }
    throw error;
  }
  return findCase(deps.db, call.caller, call.params.id);
}

function eventOf({ row }: FoundCase, actor: CaseActor, wish: CaseDecision): SentEvent {
  return {
    type: 'review',
    decision: wish.decision,
    caseId: row.id,
    attempt: row.attempt,
    ...(actor.kind === 'reviewer' ? { reviewer: actor.id } : {}),
    ...(wish.decision === 'reject' ? { reasonCode: wish.reasonCode } : {}),
    ...(wish.decision === 'reject' && wish.blocklist ? { blocklist: true } : {}),
    ...(wish.decision === 'resubmit' ? { pieces: wish.pieces.map(({ piece }) => piece) } : {}),
  };
}

function caseClosed({ row, session }: FoundCase, cause?: unknown): VerifaError {
  return new VerifaError('case_closed', {
    extra: { case_status: row.status, status: session.status },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Of two reviewers the first one's words are a note: the case's own reason is the decisive one's. */
async function holdWithReason(
  deps: DecideDeps,
  call: DecideCall,
  actor: CaseActor,
  wish: CaseDecision,
): Promise<void> {
  const id = newId('audit');
  const deed = { id, actor, what: `decision_${wish.decision}` };
  await changeCase(deps, call, deed, async (trx, row, at, session) => {
    requireReach(row, actor, at);
    requireMayDecide(row, actor);
    const held = await hold(trx, row, actor.id, at);
    if (wish.decision === 'resubmit') {
      const { operationId: requestId } = call;
      await writeAskedAgain(trx, deps.keyring, session, { requestId, pieces: wish.pieces, at });
      return held;
    }
    const words = wish.decision === 'reject' ? wish.reason : null;
    if (row.dual_review && row.first_decision === null) {
      if (words !== null)
        await writeNote(trx, deps.keyring, { id, session, row, actor, text: words, at });
      return held;
    }
    return trx
      .updateTable('cases')
      .set({ reason_sealed: words === null ? null : sealReason(deps.keyring, session, row, words) })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}
