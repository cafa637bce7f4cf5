import fc from 'fast-check';
import type { CaseId } from '../../../shared/domain/ids';
import { eventKeys, type SessionEvent } from '../../../shared/domain/lifecycle/event';
import {
  newSessionState,
  sessionStatuses,
  type SessionState,
} from '../../../shared/domain/lifecycle/state';
import { isTerminal } from '../../../shared/domain/lifecycle/status-catalogue';
import { transitionTable } from '../../../shared/domain/lifecycle/table';
import { transition, type Transition } from '../../../shared/domain/lifecycle/transition';
import { anyEvent, anyMove, anyState, otherCaseId } from './arbitrary-session';

const caseId: CaseId = 'case_01hzzzzzzzzzzzzzzzzzzzzzzz';

function after(state: SessionState, ...events: SessionEvent[]): SessionState {
  return events.reduce((current, event) => {
    const step = transition(current, event);
    if (step.kind !== 'moved') throw new Error(`${event.type} did not move ${current.status}`);
    // The committing transaction makes the case's id.
    return step.effects.includes('open_case') ? { ...step.state, openCase: caseId } : step.state;
  }, state);
}

function refusalOf(step: Transition): string {
  return step.kind === 'refused' ? step.code : step.kind;
}

const live = newSessionState(false);
const sandbox = newSessionState(true);
const processing = after(live, { type: 'start_capture' }, { type: 'submit' });
const decide = (decision: 'approved' | 'rejected' | 'needs_review', attempt = 1): SessionEvent => ({
  type: 'decide',
  attempt,
  decision,
  reasonCode: null,
});

describe('the transition table', () => {
  test('has at most one row for a state and an event', () => {
    const pairs = transitionTable.flatMap((row) => row.from.map((from) => ({ row, from })));
    for (const one of pairs) {
      for (const two of pairs) {
        if (one === two || one.from !== two.from || one.row.on !== two.row.on) continue;
        const opposed = (a: string, b: string): boolean =>
          one.row.when.some((guard) => guard === a) && two.row.when.some((guard) => guard === b);
        expect(
          opposed('live', 'sandbox') ||
            opposed('sandbox', 'live') ||
            opposed('capture', 'reprocess') ||
            opposed('reprocess', 'capture') ||
            opposed('first_of_two', 'decisive') ||
            opposed('decisive', 'first_of_two') ||
            opposed('changed_by_one', 'unchanged') ||
            opposed('unchanged', 'changed_by_one'),
        ).toBe(true);
      }
    }
  });

  test('uses every event and leaves no status without a way out', () => {
    expect(new Set(transitionTable.map((row) => row.on))).toEqual(new Set(eventKeys));
    for (const status of sessionStatuses) {
      expect(transitionTable.some((row) => row.from.includes(status) && row.to !== 'same')).toBe(
        true,
      );
    }
  });
});

describe('every status × every event', () => {
  test('moves, repeats or refuses, and never throws or changes its input', () => {
    fc.assert(
      fc.property(anyMove, ({ state, event }) => {
        const before = structuredClone(state);
        const step = transition(state, event);
        expect(state).toEqual(before);
        expect(['moved', 'repeated', 'refused']).toContain(step.kind);
      }),
      { numRuns: 3000 },
    );
  });

  test('a case that a session no longer has was closed or decided, never left open', () => {
    fc.assert(
      fc.property(anyMove, ({ state, event }) => {
        fc.pre(['under_review', 'processing', 'awaiting_external'].includes(state.status));
        const step = transition({ ...state, openCase: otherCaseId }, event);
        if (step.kind !== 'moved' || step.state.openCase !== null) return;
        expect(step.effects).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(close|decide)_case$/)]),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test('a redacted session refuses everything but a repeated redact', () => {
    fc.assert(
      fc.property(anyMove, ({ state, event }) => {
        const step = transition({ ...state, retention: 'redacted' }, event);
        expect(refusalOf(step)).toBe(event.type === 'redact' ? 'repeated' : 'session_redacted');
      }),
    );
  });

  test('a terminal session is left only by resume, reprocess, redact, holds and retention', () => {
    const allowed = new Set([
      'resume',
      'reprocess',
      'redact',
      'hide_data',
      'end_retention',
      'place_hold',
      'lift_hold',
    ]);
    fc.assert(
      fc.property(anyMove, ({ state, event }) => {
        fc.pre(isTerminal(state.status) && !allowed.has(event.type));
        expect(transition(state, event).kind).toBe('refused');
      }),
    );
  });

  test('retention moves no status but that of what was forgotten, and nothing under a hold', () => {
    fc.assert(
      fc.property(
        anyState,
        fc.constantFrom<SessionEvent>({ type: 'hide_data' }, { type: 'end_retention' }),
        (state, event) => {
          const step = transition(state, event);
          if (state.legalHold) expect(step.kind).not.toBe('moved');
          if (step.kind !== 'moved') return;
          if (isTerminal(state.status)) expect(step.state.status).toBe(state.status);
          expect(step.state.retention).not.toBe('active');
          expect(step.effects.includes('fire:session.retention-expired')).toBe(
            event.type === 'end_retention',
          );
        },
      ),
    );
  });

  test('a live session is never moved by a sandbox outcome', () => {
    fc.assert(
      fc.property(anyMove, ({ state, event }) => {
        fc.pre(event.type === 'outcome');
        expect(transition({ ...state, isSandbox: false }, event).kind).toBe('refused');
      }),
    );
  });

  test('a reprocess that is given up falls back to the decided status and announces no expiry', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        fc.pre(state.run.kind === 'reprocess' && state.retention === 'active');
        const step = transition(state, { type: 'expire' });
        if (step.kind !== 'moved') throw new Error('expire was refused');
        expect(step.state.status).toBe(state.run.before);
        expect(step.effects).not.toContain('fire:session.expired');
        expect(step.state.run).toEqual({ kind: 'capture' });
      }),
    );
  });
});

describe('random lives against the model', () => {
  test('attempts and captures only count up, cases exist only where they may, holds hold', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
        (isSandbox, seeds) => {
          let state = newSessionState(isSandbox);
          for (const seed of seeds) {
            const [event] = fc.sample(anyEvent(state), { numRuns: 1, seed });
            if (event === undefined) throw new Error('no event drawn');
            const result = transition(state, event);
            if (result.kind !== 'moved') continue;
            const next = result.effects.includes('open_case')
              ? { ...result.state, openCase: caseId }
              : result.state;
            expect(next.attempt).toBe(
              state.attempt + (result.effects.includes('begin_attempt') ? 1 : 0),
            );
            expect(next.capture).toBe(
              state.capture + (result.effects.includes('issue_token') ? 1 : 0),
            );
            expect(next.isSandbox).toBe(isSandbox);
            if (next.status === 'under_review') expect(next.openCase).not.toBeNull();
            if (isTerminal(next.status) || next.status === 'pending')
              expect(next.openCase).toBeNull();
            expect(next.gate !== null).toBe(next.status === 'awaiting_external');
            if (state.legalHold && event.type !== 'lift_hold')
              expect(next.retention).toBe(state.retention);
            if (
              next.status === 'completed' &&
              state.status !== 'completed' &&
              next.retention === 'active'
            ) {
              const fellBack = result.effects.includes('end_attempt');
              expect(result.effects.includes('write_result') || fellBack).toBe(true);
            }
            state = next;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the straight way', () => {
  test('pending → capturing → processing → completed, with its events', () => {
    expect(processing).toMatchObject({ status: 'processing', attempt: 1, capture: 1 });
    const end = transition(processing, decide('approved'));
    expect(end).toMatchObject({
      kind: 'moved',
      state: { status: 'completed' },
      effects: ['write_result', 'fire:session.approved'],
    });
  });

  test('a sandbox session waits for its outcome', () => {
    const waiting = after(sandbox, { type: 'start_capture' }, { type: 'submit' });
    expect(waiting.status).toBe('sandbox_pending');
    expect(after(waiting, { type: 'outcome', outcome: 'approve' }).status).toBe('completed');
  });

  test('resume begins a new capture and kills the old token', () => {
    const expired = after(live, { type: 'token_ran_out' });
    expect(after(expired, { type: 'resume' })).toMatchObject({ status: 'pending', capture: 2 });
  });
});

describe('decisions name their target', () => {
  const atGate = after(processing, { type: 'reach_gate', attempt: 1, gate: 'kyc' });
  const inReview = after(processing, decide('needs_review'));

  test('a gate answered twice alike gets the first answer again', () => {
    const answered = after(atGate, { type: 'external', decision: 'continue' });
    const again = transition(answered, {
      type: 'external',
      decision: 'continue',
      gate: 'kyc',
      attempt: 1,
    });
    expect(again.kind).toBe('repeated');
  });

  test('a gate answered twice differently, or another gate, is stale', () => {
    const answered = after(atGate, { type: 'external', decision: 'continue' });
    for (const event of [
      { type: 'external', decision: 'reject', gate: 'kyc', attempt: 1 },
      { type: 'external', decision: 'continue', gate: 'other', attempt: 1 },
    ] as const) {
      expect(refusalOf(transition(answered, event))).toBe('stale_decision');
    }
  });

  test('a case decided twice alike gets the first answer again, a past case is stale', () => {
    const decided = after(inReview, { type: 'review', decision: 'approve', caseId });
    expect(transition(decided, { type: 'review', decision: 'approve', caseId }).kind).toBe(
      'repeated',
    );
    expect(refusalOf(transition(decided, { type: 'review', decision: 'reject', caseId }))).toBe(
      'stale_decision',
    );
    expect(
      refusalOf(transition(inReview, { type: 'review', decision: 'approve', caseId: otherCaseId })),
    ).toBe('stale_decision');
  });

  test('an outcome of an earlier attempt is stale', () => {
    expect(refusalOf(transition(processing, decide('approved', 0)))).toBe('attempt_stale');
  });

  test('a rerun that still needs review keeps the case, one that decides closes it', () => {
    const rerunning = after(inReview, { type: 'rerun', cause: 'override' });
    const still = transition(rerunning, decide('needs_review'));
    expect(still).toMatchObject({ kind: 'moved', state: { openCase: caseId } });
    expect(still.kind === 'moved' && still.effects).not.toContain('open_case');
    const decided = transition(rerunning, decide('approved'));
    expect(decided.kind === 'moved' && decided.effects).toContain('close_case');
  });
});

describe('erasure', () => {
  test('under a legal hold it is remembered, and carried out when the hold is lifted', () => {
    const held = after(live, { type: 'place_hold' }, { type: 'redact' });
    expect(held).toMatchObject({ status: 'pending', retention: 'active', erasurePending: true });
    expect(transition(held, { type: 'redact' }).kind).toBe('repeated');
    const lifted = transition(held, { type: 'lift_hold' });
    expect(lifted).toMatchObject({
      kind: 'moved',
      key: 'lift_hold',
      state: { status: 'expired', retention: 'redacted', legalHold: false },
    });
    expect(lifted.kind === 'moved' && lifted.effects).toContain('erase');
  });

  test('an active session expires first, a decided one keeps its status', () => {
    expect(after(processing, { type: 'redact' })).toMatchObject({
      status: 'expired',
      retention: 'redacted',
    });
    const done = after(processing, decide('approved'));
    expect(after(done, { type: 'redact' })).toMatchObject({
      status: 'completed',
      retention: 'redacted',
    });
  });

  test('after the sensitive data expired, resume and reprocess say so', () => {
    const done = after(processing, decide('rejected'));
    for (const event of [{ type: 'reprocess', via: 'reprocess' }, { type: 'resume' }] as const) {
      expect(refusalOf(transition({ ...done, retention: 'sensitive_redacted' }, event))).toBe(
        'sensitive_data_expired',
      );
    }
  });
});
