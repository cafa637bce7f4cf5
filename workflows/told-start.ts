import { patched } from '@temporalio/workflow';
import { newSessionState } from '../shared/domain/lifecycle/state';
import { startRefuted, type SessionWorkflowInput } from '../shared/temporal/session-messages';
import { failureTypeOf } from './failure-type';
import { SessionLife } from './session-life';

/** The change's name in histories. */
const toldStart = 'told-start';
/** The longest life of a capture token (`1-lifecycle.md`): the row is read by then in any case. */
const longestMs = 7 * 24 * 60 * 60 * 1000;

/**
 * A new session by what its creator told, so that no activity has to read the row; undefined when the row is
 * to be read. The input can be forged by hand: it says no more than that the session is new, and
 * nothing is answered or committed before the row has agreed.
 */
export function toldLife(input: SessionWorkflowInput): SessionLife | undefined {
  const { sessionId, environment, messageKey, begun } = input;
  if (begun === undefined || messageKey === undefined) return undefined;
  const deadlineMs = Date.parse(begun.deadlineAt);
  if (Number.isNaN(deadlineMs) || !patched(toldStart)) return undefined;
  const state = newSessionState(environment === 'sandbox');
  return new SessionLife(
    sessionId,
    {
      state,
      sequence: 0,
      deadlineAt: new Date(Math.min(deadlineMs, Date.now() + longestMs)).toISOString(),
      lastRequestId: null,
      messageKey,
      history: 'brief',
    },
    { state, messageKey },
  );
}

/** The row contradicts what the run was told, and nothing was committed. */
export function isStartRefuted(cause: unknown): boolean {
  return failureTypeOf(cause) === startRefuted;
}
