import { VerifaError } from '../../../shared/errors/verifa-error';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import { isClosed, sealReason } from './case-view';
import { findCase, type FoundCase } from './find-case';

export type CaseDecision =
  | { readonly decision: 'approve' }
  | { readonly decision: 'reject'; readonly reasonCode: string; readonly reason: string | null };

const statusOf = { approve: 'approved', reject: 'rejected' } as const;

/**
 * Decides a case by the session's workflow, which alone moves a session and its case. The free text
 * never travels there: it is sealed into the case's row first, so that no accepted decision lacks it.
 */
export async function decideCase(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'sessions'>,
  call: Call<{ id: string }, unknown, unknown>,
  wish: CaseDecision,
): Promise<FoundCase> {
  const { caller, params } = call;
  const found = await findCase(deps.db, caller, params.id);
  // The same decision again gets the first answer again; another one comes too late.
  if (found.row.status === statusOf[wish.decision]) return found;
  if (isClosed(found.row)) throw new VerifaError('case_closed', { extra: closedExtra(found) });

  await writeReason(deps, found, wish, 'before');
  try {
    const view = await deps.sessions.send(found.session, {
      event: {
        type: 'review',
        decision: wish.decision,
        caseId: found.row.id,
        attempt: found.row.attempt,
        ...(wish.decision === 'reject' ? { reasonCode: wish.reasonCode } : {}),
      },
      actor: call.actor,
      requestId: call.operationId,
    });
    // Another rejection at the same moment may have written its words; they are not the winner's.
    if (!view.repeated) await writeReason(deps, found, wish, 'after');
  } catch (error) {
    const now = await findCase(deps.db, caller, params.id);
    if (error instanceof VerifaError && error.status === 409 && isClosed(now.row)) {
      throw new VerifaError('case_closed', { extra: closedExtra(now), cause: error });
    }
    throw error;
  }
  return findCase(deps.db, caller, params.id);
}

function closedExtra({ row, session }: FoundCase): Readonly<Record<string, unknown>> {
  return { case_status: row.status, status: session.status };
}

async function writeReason(
  deps: Pick<ApiDeps, 'db' | 'keyring'>,
  { row, session }: FoundCase,
  wish: CaseDecision,
  when: 'before' | 'after',
): Promise<void> {
  if (wish.decision === 'approve' || wish.reason === null) return;
  const write = deps.db
    .updateTable('cases')
    .set({ reason_sealed: sealReason(deps.keyring, session, row, wish.reason) })
    .where('id', '=', row.id);
  await (
    when === 'before' ? write.where('status', 'not in', ['approved', 'rejected', 'closed']) : write
  ).execute();
}
