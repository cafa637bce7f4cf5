import type { CaseId, UserId } from '../../../shared/domain/ids';
import type { SessionEvent } from '../../../shared/domain/lifecycle/event';
import { newSessionState, type SessionState } from '../../../shared/domain/lifecycle/state';
import { isTerminal } from '../../../shared/domain/lifecycle/status-catalogue';
import { transitionTable, type Effect } from '../../../shared/domain/lifecycle/table';
import { transition } from '../../../shared/domain/lifecycle/transition';

/** Carried out by checks with engines; a sandbox session has none of them. */
const enginesRun: readonly Effect[] = ['run_graph', 'continue_graph', 'rerun_graph'];
const caseId: CaseId = 'case_01hzzzzzzzzzzzzzzzzzzzzzzz';
const reviewers: readonly UserId[] = ['usr_first', 'usr_second'];

interface Move {
  readonly from: string;
  readonly to: SessionState;
  readonly event: SessionEvent;
  readonly effects: readonly Effect[];
}

/** Every message of the API, of timers and of the workflow itself. */
function eventsFor({ attempt }: SessionState): readonly SessionEvent[] {
  const outcomes = ['approve', 'reject', 'needs_review', 'expire'] as const;
  const decided = ['approved', 'rejected', 'needs_review'] as const;
  const dual = [{}, { dualReview: true }] as const;
  return [
    { type: 'start_capture' },
    { type: 'submit' },
    { type: 'resume' },
    { type: 'token_ran_out' },
    { type: 'sandbox_wait_over' },
    ...dual.flatMap((two) =>
      outcomes.map((outcome) => ({ type: 'outcome', outcome, simulated: {}, ...two }) as const),
    ),
    ...dual.flatMap((two) =>
      decided.map(
        (decision) => ({ type: 'decide', attempt, decision, reasonCode: null, ...two }) as const,
      ),
    ),
    { type: 'give_up', attempt, errorCode: 'engine_failed' },
    { type: 'reach_gate', attempt, gate: 'gate' },
    { type: 'gate_timeout', attempt, gate: 'gate' },
    ...(['continue', 'fail', 'reject'] as const).map(
      (decision) => ({ type: 'external', decision }) as const,
    ),
    ...reviewers.flatMap((reviewer) =>
      (['approve', 'reject', 'resubmit'] as const).map(
        (decision) => ({ type: 'review', decision, reviewer }) as const,
      ),
    ),
    { type: 'rerun', cause: 'correction' },
    { type: 'rerun', cause: 'override' },
    { type: 'reprocess', via: 'reprocess' },
    { type: 'reprocess', via: 'trigger', workflowId: 'wfl_other' },
    { type: 'reprocess', via: 'resume_workflow', carried: [] },
    { type: 'expire' },
    { type: 'place_hold' },
    { type: 'lift_hold' },
  ];
}

/** Counted no further than one, and what was decided last forgotten: there are not many states then. */
function settled(state: SessionState, effects: readonly Effect[]): SessionState {
  return {
    ...state,
    capture: 1,
    attempt: Math.min(state.attempt, 1),
    openCase: effects.includes('open_case') ? caseId : state.openCase,
    lastCaseDecision: null,
    lastGateDecision: null,
  };
}

const keyOf = (state: SessionState): string => JSON.stringify(state);
const states = new Map<string, SessionState>();
const moves: Move[] = [];
for (const queue = [newSessionState(true)]; queue.length > 0;) {
  const state = queue.shift();
  if (state === undefined || states.has(keyOf(state))) continue;
  states.set(keyOf(state), state);
  for (const event of eventsFor(state)) {
    const step = transition(state, event);
    if (step.kind !== 'moved') continue;
    const to = settled(step.state, step.effects);
    moves.push({ from: keyOf(state), to, event, effects: step.effects });
    queue.push(to);
  }
}

it('has many states to walk, under review, decided again and decided by two among them', () => {
  const walked = [...states.values()];
  expect(new Set(walked.map(({ status }) => status))).toEqual(
    new Set([
      'pending',
      'capturing',
      'sandbox_pending',
      'processing',
      'awaiting_external',
      'under_review',
      'completed',
      'expired',
      'failed',
    ]),
  );
  expect(walked.some(({ firstReview }) => firstReview !== undefined)).toBe(true);
});

it('no move of a sandbox session runs an engine', () => {
  expect(moves.filter(({ effects }) => effects.some((one) => enginesRun.includes(one)))).toEqual(
    [],
  );
});

it('every row that runs an engine is for live sessions only', () => {
  const engines = transitionTable.filter(({ effects }) =>
    effects.some((effect) => enginesRun.includes(effect)),
  );
  expect(engines.length).toBeGreaterThan(0);
  expect(engines.filter(({ when }) => !when.includes('live'))).toEqual([]);
});

it('a sandbox session is processing only while its workflow decides on what is recorded', () => {
  const begun = moves.filter(({ to, from }) => {
    const before = states.get(from)?.status;
    return to.status === 'processing' && before !== 'processing';
  });
  expect(begun.length).toBeGreaterThan(0);
  for (const { effects } of begun) expect(effects).toContain('rerun_recorded');
});

it('whoever decides a sandbox session has an attempt of it, with outcomes', () => {
  for (const { event, effects, to } of moves) {
    if (event.type !== 'outcome' || !effects.includes('write_result')) continue;
    expect(to.attempt).toBe(1);
    expect(effects).toContain('simulate_outcomes');
  }
});

/** An end that nobody wanted is no way on: it is asked for a decision. */
const givesUp: readonly SessionEvent['type'][] = ['expire', 'token_ran_out', 'sandbox_wait_over'];

it('from every state that is not an end some messages lead to a decision', () => {
  const decided = new Set(
    [...states].filter(([, { status }]) => status === 'completed').map(([key]) => key),
  );
  for (let before = -1; before !== decided.size;) {
    before = decided.size;
    for (const { from, to, event } of moves) {
      if (!givesUp.includes(event.type) && decided.has(keyOf(to))) decided.add(from);
    }
  }
  const stuck = [...states].filter(([key, { status }]) => !isTerminal(status) && !decided.has(key));
  expect(stuck.map(([, state]) => state)).toEqual([]);
});
