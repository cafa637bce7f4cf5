import {
  readAskedAgain,
  withdrawAskedAgain,
  writeAskedAgain,
  type AskedAgain,
} from '../../../shared/capture/asked-again';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { SentEvent } from '../../../shared/temporal/session-messages';
import { callerSettings } from '../caller-settings';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import { earlierMove, moveSession } from '../lifecycle/move-session';
import { assertedBy, type CaseActor } from './case-actor';
import type { BlockedKind } from '../../../shared/domain/lists/blocked-kind';
import { isClosed, openReason } from './case-view';
import { escalateCase, isApart } from './escalate-case';
import { findCase, type FoundCase } from './find-case';
import { requireMayDecide, requireReach } from './hold-case';

export type CaseDecision =
  | { readonly decision: 'approve' }
  | {
      readonly decision: 'reject';
      readonly reasonCode: string;
      readonly reason: string | null;
      readonly blocklist: boolean | readonly BlockedKind[];
    }
  | { readonly decision: 'resubmit'; readonly pieces: readonly AskedAgain[] };

type DecideDeps = Pick<ApiDeps, 'db' | 'keyring' | 'sessions' | 'clock' | 'copies'>;
type DecideCall = Call<{ id: string }, unknown, unknown>;

/**
 * Decides a case by the session's workflow, which alone moves a session and its case. Nothing is written
 * before it: words, audit row and reviewer come with the transition of the decision that was accepted.
 */
export async function decideCase(
  deps: DecideDeps,
  call: DecideCall,
  actor: CaseActor,
  wish: CaseDecision,
): Promise<FoundCase> {
  const found = await findCase(deps.db, call.caller, call.params.id);
  if ((await earlierMove(deps.db, found.session.id, call)) !== undefined) return found;
  if (isClosed(found.row)) return standsAsWished(deps, found, wish);
  if (isSaidBefore(found.row, actor, wish)) return found;
  requireReach(found.row, actor, deps.clock());
  requireMayDecide(found.row, actor);
  if (await isLeftToThird(deps, call, found, actor, wish)) {
    return disagree(deps, call, actor, wish);
  }
  const words = wish.decision === 'reject' ? wish.reason : null;
  const mover = { ...call, actor: { kind: actor.kind, id: actor.id } };
  const asked = await ask(deps, call, found.session, wish);
  const moved = await moveSession(deps, mover, found.session, eventOf(found, actor, wish), {
    words,
    detail: assertedBy(actor),
  }).catch(async (error: unknown) => {
    if (error instanceof VerifaError && error.status < 500) await asked.withdraw();
    const now = await findCase(deps.db, call.caller, call.params.id);
    if (error instanceof VerifaError && error.status === 409 && isClosed(now.row)) {
      throw caseClosed(now, error);
    }
    throw error;
  });
  const decided = await findCase(deps.db, call.caller, call.params.id);
  // Somebody was faster by a moment: the workflow knows the decision again, not what was said with it.
  if (!moved.repeated) return decided;
  await asked.withdraw();
  return standsAsWished(deps, decided, wish);
}

/** Of two who signed in and disagree neither has the last word, unless the organisation leaves it to the second. */
async function isLeftToThird(
  deps: DecideDeps,
  { caller }: DecideCall,
  { row }: FoundCase,
  actor: CaseActor,
  { decision }: CaseDecision,
): Promise<boolean> {
  if (decision === 'resubmit' || !isApart(row, decision)) return false;
  if (actor.kind !== 'reviewer' || actor.assertedBy !== null) return false;
  const { escalate_disagreement: isEscalated = true } = await callerSettings(deps, caller);
  return isEscalated;
}

async function disagree(
  deps: DecideDeps,
  call: DecideCall,
  actor: CaseActor,
  wish: CaseDecision,
): Promise<FoundCase> {
  if (wish.decision !== 'resubmit') {
    const { decision } = wish;
    const said = wish.decision === 'reject' ? wish : null;
    await escalateCase(deps, call, actor, {
      ...(said?.reason == null ? {} : { words: said.reason }),
      disagreement: { decision, ...(said === null ? {} : { reasonCode: said.reasonCode }) },
    });
  }
  return findCase(deps.db, call.caller, call.params.id);
}

/** The same word of the second reviewer again, by which the case was escalated, gets the same answer again. */
function isSaidBefore(
  row: FoundCase['row'],
  actor: CaseActor,
  { decision }: CaseDecision,
): boolean {
  return (
    row.status === 'escalated' && row.escalated_by === actor.id && row.second_decision === decision
  );
}

/** What the person will be told is stored before the message that asks, under its id. */
async function ask(
  { db, keyring, clock }: DecideDeps,
  { operationId: requestId }: DecideCall,
  session: FoundCase['session'],
  wish: CaseDecision,
): Promise<{ readonly withdraw: () => Promise<void> }> {
  if (wish.decision !== 'resubmit') return { withdraw: () => Promise.resolve() };
  const { pieces } = wish;
  await db
    .transaction()
    .execute((trx) => writeAskedAgain(trx, keyring, session, { requestId, pieces, at: clock() }));
  return { withdraw: () => withdrawAskedAgain(db, session.id, requestId) };
}

/** @throws VerifaError case_closed unless what stands is this very decision */
async function standsAsWished(
  deps: DecideDeps,
  found: FoundCase,
  wish: CaseDecision,
): Promise<FoundCase> {
  if (!(await isSame(deps, found, wish))) throw caseClosed(found);
  return found;
}

/** The same decision again gets the first answer again; one with another reason is another one. */
async function isSame(
  { db, keyring }: DecideDeps,
  { row, session }: FoundCase,
  wish: CaseDecision,
): Promise<boolean> {
  switch (wish.decision) {
    case 'approve':
      return row.status === 'approved';
    case 'reject': {
      if (row.status !== 'rejected' || row.reason_code !== wish.reasonCode) return false;
      if (wish.reason !== null && wish.reason !== openReason(keyring, session, row)) return false;
      if (Object.keys(blockedBy(wish)).length === 0) return true;
      const blocked = await db
        .selectFrom('list_items')
        .select('id')
        .where('session_id', '=', session.id)
        .executeTakeFirst();
      return blocked !== undefined;
    }
    case 'resubmit':
      return (
        row.close_reason === 'resubmission_required' &&
        isSameSet(await readAskedAgain({ db, keyring }, session), wish.pieces)
      );
  }
}

/** The same pieces, and the person is told the same of each. */
function isSameSet(
  standing: Awaited<ReturnType<typeof readAskedAgain>>,
  wished: readonly AskedAgain[],
): boolean {
  const stands = standing.map(({ piece, reason_code: code, message }) => [piece, code, message]);
  const wish = wished.map(({ piece, reasonCode, message }) => [piece, reasonCode, message]);
  const text = (all: readonly unknown[]): string =>
    all
      .map((one) => JSON.stringify(one))
      .sort()
      .join();
  return text(stands) === text(wish);
}

function eventOf({ row }: FoundCase, actor: CaseActor, wish: CaseDecision): SentEvent {
  return {
    type: 'review',
    decision: wish.decision,
    caseId: row.id,
    attempt: row.attempt,
    ...(actor.kind === 'reviewer' ? { reviewer: actor.id } : {}),
    ...(wish.decision === 'reject' ? { reasonCode: wish.reasonCode } : {}),
    ...blockedBy(wish),
    ...(wish.decision === 'resubmit' ? { pieces: wish.pieces.map(({ piece }) => piece) } : {}),
  };
}

/** What goes to the list of review with a rejection; nothing where no kind is named. */
function blockedBy(wish: CaseDecision): { readonly blocklist?: true | readonly BlockedKind[] } {
  if (wish.decision !== 'reject' || wish.blocklist === false) return {};
  if (wish.blocklist === true) return { blocklist: true };
  return wish.blocklist.length === 0 ? {} : { blocklist: wish.blocklist };
}

function caseClosed({ row, session }: FoundCase, cause?: unknown): VerifaError {
  return new VerifaError('case_closed', {
    extra: { case_status: row.status, status: session.status },
    ...(cause === undefined ? {} : { cause }),
  });
}
