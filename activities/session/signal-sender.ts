import { ServiceError, type Client } from '@temporalio/client';
import type { SessionEvent } from '../../shared/domain/lifecycle/event';
import type { SignalName } from '../../shared/temporal/session-messages';
import type { SessionId } from '../../shared/domain/ids';

const signalOf: Readonly<Partial<Record<SessionEvent['type'], SignalName>>> = {
  submit: 'captureSubmitted',
  expire: 'expire',
  resume: 'resume',
  review: 'reviewDecision',
  external: 'externalDecision',
};
const longestIdentity = 200;

/** The signal that brings this event; undefined for what no signal can. */
export function signalOfEvent(event: SessionEvent): SignalName | undefined {
  return signalOf[event.type];
}

/**
 * What the client that signalled calls itself, from the run's own history: the newest signal of that
 * name. Anybody may call themselves anything: it is written down, and trusted with nothing.
 */
export async function signalSender(
  temporal: Client,
  { sessionId, signal: name }: { readonly sessionId: SessionId; readonly signal: string },
): Promise<string | null> {
  try {
    const { events } = await temporal.workflow.getHandle(sessionId).fetchHistory();
    const signal = events?.findLast(
      ({ workflowExecutionSignaledEventAttributes: sent }) => sent?.signalName === name,
    );
    const identity = signal?.workflowExecutionSignaledEventAttributes?.identity;
    return identity == null || identity === '' ? null : identity.slice(0, longestIdentity);
  } catch (cause) {
    // Who it was is worth less than that it happens.
    if (cause instanceof ServiceError) return null;
    throw cause;
  }
}
