import type { UpdateDefinition } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  SessionView,
  SessionWorkflowInput,
  SignalName,
  SignalPayloads,
  SignedMessage,
  UpdateName,
} from './session-messages';
import type { SessionResult } from './session-result';

/**
 * The session workflow's messages, for the workflow that handles them and for everyone who sends them.
 * The types say what API and worker send; anything else can arrive from Temporal's UI or CLI, which is
 * why the workflow's handlers take `unknown` and parse it.
 */
export const sessionUpdates = {
  start_capture: update('start_capture'),
  submit: update('submit'),
  resume: update('resume'),
  outcome: update('outcome'),
  external: update('external'),
  review: update('review'),
  rerun: update('rerun'),
  expire: update('expire'),
  reprocess: update('reprocess'),
  redact: update('redact'),
  hide_data: update('hide_data'),
  end_retention: update('end_retention'),
  place_hold: update('place_hold'),
  lift_hold: update('lift_hold'),
} as const satisfies { readonly [N in UpdateName]: SessionUpdate<N> };

/** For operators; the API sends Updates. */
export const sessionSignals = {
  captureSubmitted: defineSignal<[], 'captureSubmitted'>('captureSubmitted'),
  expire: defineSignal<[], 'expire'>('expire'),
  resume: defineSignal<[], 'resume'>('resume'),
  reviewDecision: defineSignal<[SignalPayloads['reviewDecision']], 'reviewDecision'>(
    'reviewDecision',
  ),
  externalDecision: defineSignal<[SignalPayloads['externalDecision']], 'externalDecision'>(
    'externalDecision',
  ),
} as const satisfies Readonly<Record<SignalName, unknown>>;

/** Null until the run has its session's state. */
export const sessionStateQuery = defineQuery<SessionView | null>('state');

export type SessionUpdate<N extends UpdateName = UpdateName> = UpdateDefinition<
  SessionView,
  [SignedMessage],
  N
>;

/** What `sessionWorkflowType` names. */
export type SessionWorkflow = (input: SessionWorkflowInput) => Promise<SessionResult>;

function update<N extends UpdateName>(name: N): SessionUpdate<N> {
  return defineUpdate<SessionView, [SignedMessage], N>(name);
}
