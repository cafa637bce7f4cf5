import type { EventKey } from './event';
import type { SessionStatus } from './state';
import type { WebhookEventType } from './webhook-events';

/** What a transition brings with it; carried out in its transaction, or by the workflow right after. */
export type Effect =
  | 'issue_token' // a new capture token; the older one dies
  | 'close_token' // submitted: closed for capture, still good for reading the state
  | 'revoke_token'
  | 'begin_attempt' // freezes the document ids, counts the attempt
  | 'run_graph' // the workflow starts the verification graph
  | 'continue_graph' // goes on behind the gate
  | 'rerun_graph' // decides again on the stored outcomes
  | 'simulate_outcomes' // what the checks would have found, made up for the chosen outcome
  | 'rerun_recorded' // the sandbox's: decides again on what was made up, and runs no check
  | 'cancel_checks'
  | 'write_result'
  | 'open_case'
  | 'recommend_case' // the first of two reviewers; the case waits for another one
  | 'decide_case'
  | 'close_case'
  | 'void_recommendation' // what was recommended was for what stood there before
  | 'end_attempt' // marks a reprocess's attempt cancelled or failed
  | 'hide' // what is personal is shown to nobody any more
  | 'erase' // destroys the data key and all that is personal
  | 'remember_erasure'
  | `fire:${WebhookEventType}`;

/** Effects that the workflow carries out by walking the attempt's graph. */
export function runsGraph(effect: Effect): boolean {
  return (
    effect === 'run_graph' ||
    effect === 'continue_graph' ||
    effect === 'rerun_graph' ||
    effect === 'rerun_recorded'
  );
}

/** A guard of a row over the state beyond the status. */
export type Guard =
  | 'live'
  | 'sandbox'
  | 'capture'
  | 'reprocess'
  | 'first_of_two'
  | 'decisive'
  | 'changed_by_one'
  | 'unchanged';

export interface TransitionRow {
  readonly from: readonly SessionStatus[];
  readonly on: EventKey;
  readonly when: readonly Guard[];
  /** `same`: the status stays. `before`: the status before the reprocess. */
  readonly to: SessionStatus | 'same' | 'before';
  readonly effects: readonly Effect[];
}

const active = [
  'pending',
  'capturing',
  'processing',
  'awaiting_external',
  'under_review',
  'sandbox_pending',
] as const;
const every = [...active, 'completed', 'expired', 'failed'] as const;

function row(
  from: readonly SessionStatus[],
  on: EventKey,
  to: TransitionRow['to'],
  effects: readonly Effect[] = [],
  when: readonly Guard[] = [],
): TransitionRow {
  return { from, on, when, to, effects };
}

const approve: readonly Effect[] = ['write_result', 'fire:session.approved'];
const decline: readonly Effect[] = ['write_result', 'fire:session.declined'];
const review: readonly Effect[] = [
  'write_result',
  'open_case',
  'fire:session.requires-review',
  'fire:case.created',
];
const giveBack: readonly Effect[] = ['cancel_checks', 'revoke_token', 'close_case', 'end_attempt'];
/** A submitted session has its attempt; one that is decided before is given it here. */
const simulated: readonly Effect[] = ['close_token', 'begin_attempt', 'simulate_outcomes'];
const sandboxOpen = ['pending', 'capturing', 'sandbox_pending'] as const;

/**
 * The complete table of `1-lifecycle.md`, in its order. A status and event without a row here is
 * refused with `invalid_state`. Rows do not overlap: at most one fits a state and an event (tested).
 */
export const transitionTable: readonly TransitionRow[] = [
  row(['pending'], 'start_capture', 'capturing', ['fire:session.started']),
  row(['pending', 'capturing'], 'token_ran_out', 'expired', [
    'revoke_token',
    'fire:session.expired',
  ]),
  row(['pending', 'capturing', 'expired', 'failed'], 'resume', 'pending', [
    'issue_token',
    'fire:session.link_generated',
  ]),
  row(
    ['capturing'],
    'submit',
    'processing',
    ['close_token', 'begin_attempt', 'run_graph'],
    ['live'],
  ),
  row(['capturing'], 'submit', 'sandbox_pending', ['close_token', 'begin_attempt'], ['sandbox']),

  row(sandboxOpen, 'outcome.approve', 'completed', [...simulated, ...approve], ['sandbox']),
  row(sandboxOpen, 'outcome.reject', 'completed', [...simulated, ...decline], ['sandbox']),
  row(sandboxOpen, 'outcome.needs_review', 'under_review', [...simulated, ...review], ['sandbox']),
  row(
    sandboxOpen,
    'outcome.expire',
    'expired',
    [...giveBack, 'fire:session.expired'],
    ['sandbox', 'capture'],
  ),
  row(sandboxOpen, 'outcome.expire', 'before', giveBack, ['sandbox', 'reprocess']),
  row(
    ['sandbox_pending'],
    'sandbox_wait_over',
    'expired',
    [...giveBack, 'fire:session.expired'],
    ['capture'],
  ),
  row(['sandbox_pending'], 'sandbox_wait_over', 'before', giveBack, ['reprocess']),

  row(['processing'], 'decide.approved', 'completed', approve, ['unchanged']),
  row(['processing'], 'decide.rejected', 'completed', decline, ['unchanged']),
  // What follows from one reviewer's change is that one's word: under dual review the first of two.
  row(['processing'], 'decide.approved', 'under_review', ['recommend_case'], ['changed_by_one']),
  row(['processing'], 'decide.rejected', 'under_review', ['recommend_case'], ['changed_by_one']),
  row(['processing'], 'decide.needs_review', 'under_review', review),
  row(['processing'], 'reach_gate', 'awaiting_external', ['fire:session.awaiting_external']),
  row(
    ['processing'],
    'give_up',
    'failed',
    ['cancel_checks', 'close_case', 'end_attempt', 'fire:session.failed'],
    ['capture'],
  ),
  row(['processing'], 'give_up', 'before', giveBack, ['reprocess']),

  row(['awaiting_external'], 'external.continue', 'processing', ['continue_graph'], ['live']),
  row(['awaiting_external'], 'external.fail', 'processing', ['continue_graph'], ['live']),
  row(['awaiting_external'], 'external.reject', 'completed', ['cancel_checks', ...decline]),
  row(['awaiting_external'], 'gate_timeout', 'processing', ['continue_graph'], ['live']),
  // A sandbox session passes its gates by itself; one of release 0.1.0 may still stand at one.
  row(['awaiting_external'], 'external.continue', 'processing', ['rerun_recorded'], ['sandbox']),
  row(['awaiting_external'], 'external.fail', 'processing', ['rerun_recorded'], ['sandbox']),
  row(['awaiting_external'], 'gate_timeout', 'processing', ['rerun_recorded'], ['sandbox']),

  row(['under_review'], 'review.approve', 'same', ['recommend_case'], ['first_of_two']),
  row(
    ['under_review'],
    'review.approve',
    'completed',
    ['decide_case', 'fire:case.approved', ...approve],
    ['decisive'],
  ),
  row(['under_review'], 'review.reject', 'same', ['recommend_case'], ['first_of_two']),
  row(
    ['under_review'],
    'review.reject',
    'completed',
    ['decide_case', 'fire:case.rejected', ...decline],
    ['decisive'],
  ),
  row(['under_review'], 'review.resubmit', 'pending', [
    'close_case',
    'issue_token',
    'fire:session.resubmission-required',
  ]),
  row(['under_review'], 'rerun', 'processing', ['void_recommendation', 'rerun_graph'], ['live']),
  row(
    ['under_review'],
    'rerun',
    'processing',
    ['void_recommendation', 'rerun_recorded'],
    ['sandbox'],
  ),

  row(active, 'expire', 'expired', [...giveBack, 'fire:session.expired'], ['capture']),
  row(active, 'expire', 'before', giveBack, ['reprocess']),

  row(['completed', 'failed'], 'reprocess', 'processing', ['begin_attempt', 'run_graph'], ['live']),
  row(['completed', 'failed'], 'reprocess', 'sandbox_pending', ['begin_attempt'], ['sandbox']),

  row(['completed', 'failed', 'expired'], 'redact', 'same', ['erase', 'fire:session.redacted']),
  row(
    active,
    'redact',
    'expired',
    [...giveBack, 'fire:session.expired', 'erase', 'fire:session.redacted'],
    ['capture'],
  ),
  row(active, 'redact', 'before', [...giveBack, 'erase', 'fire:session.redacted'], ['reprocess']),

  // Retention, for whatever no hold keeps (`6-data-protection.md`).
  row(['completed', 'failed', 'expired'], 'hide_data', 'same', ['hide']),
  row(['completed', 'failed', 'expired'], 'end_retention', 'same', [
    'erase',
    'fire:session.retention-expired',
  ]),
  row(
    active,
    'end_retention',
    'expired',
    [...giveBack, 'fire:session.expired', 'erase', 'fire:session.retention-expired'],
    ['capture'],
  ),
  row(
    active,
    'end_retention',
    'before',
    [...giveBack, 'erase', 'fire:session.retention-expired'],
    ['reprocess'],
  ),

  row(every, 'place_hold', 'same'),
  row(every, 'lift_hold', 'same'),
];
