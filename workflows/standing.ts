import { assertNever } from '../shared/domain/assert-never';
import type { SessionState } from '../shared/domain/lifecycle/state';
import { inDetail } from './current-details';
import { deadlineSummary } from './deadline';
import type { SessionLife } from './session-life';

/**
 * What an operator reads in Temporal's UI, as Markdown: where the session stands and what it waits for. Ids,
 * statuses and codes, nothing personal.
 */
export function standing(
  state: SessionState,
  { deadlineMs, outcome }: Pick<SessionLife, 'deadlineMs' | 'outcome'>,
): string {
  const { decision, reasonCodes } = outcome;
  const why = reasonCodes.length === 0 ? '' : ` for ${reasonCodes.join(', ')}`;
  const lines = [
    ...(decision === null && why === '' ? [] : [`decision: ${decision ?? 'none'}${why}`]),
    ...(state.attempt === 0 ? [] : [`attempt ${String(state.attempt)}`]),
    ...(deadlineMs === null
      ? []
      : [`${deadlineSummary(state)} at ${new Date(deadlineMs).toISOString()}`]),
    ...(state.legalHold ? ['under legal hold'] : []),
    ...(state.erasurePending ? ['an erasure waits for the end of the hold'] : []),
    ...(state.retention === 'active' ? [] : [`personal data: ${state.retention}`]),
  ];
  return inDetail(inWords(state), lines);
}

function inWords(state: SessionState): string {
  switch (state.status) {
    case 'pending':
      return 'waiting for the person to open the link';
    case 'capturing':
      return 'waiting for the rest of the capture and its submission';
    case 'processing':
      return 'checks are running';
    case 'awaiting_external':
      return `waiting for the integrator's decision at gate ${state.gate ?? ''}`;
    case 'under_review':
      return `waiting for a reviewer's decision on ${state.openCase ?? 'a case'}`;
    case 'sandbox_pending':
      return 'waiting for the tester to choose the outcome';
    case 'completed':
      return 'decided';
    case 'expired':
      return 'expired';
    case 'failed':
      return 'failed: the checks could not be carried out';
    default:
      return assertNever(state.status);
  }
}
