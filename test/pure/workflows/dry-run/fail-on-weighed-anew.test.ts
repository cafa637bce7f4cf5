import type { RecordedSession } from '../../../../services/api/workflows/dry-run/recorded-session';
import { rejudge, type Rejudged } from '../../../../services/api/workflows/dry-run/rejudge';
import { failingDoubts, livenessDoubts } from '../../../../shared/domain/checks/liveness-doubts';
import type { CheckName } from '../../../../shared/domain/checks/outcome';
import type { Outcome } from '../../../../services/api/workflows/dry-run/walk-recorded';
import { defaultWorkflow } from '../../../../shared/domain/graph/default-workflow';

function weighed(
  outcome: Outcome,
  failOn: readonly string[],
  recorded: Partial<RecordedSession> = {},
): Rejudged {
  const { check } = outcome;
  const session: RecordedSession = {
    outcomes: new Map([[check, outcome]]),
    graph: defaultWorkflow.graph,
    gates: new Map(),
    known: {
      extracted: null,
      fields: {},
      risk: null,
      country: null,
      documentType: null,
      today: '2026-01-01',
    },
    screening: {},
    configs: new Map([[check, {}]]),
    overridden: new Set<CheckName>(),
    extracted: null,
    documentType: null,
    documentCountry: null,
    today: '2026-01-01',
    stated: () => {
      throw new Error('nobody asks what was stated');
    },
    evidence: () => null,
    ...recorded,
  };
  return rejudge(session, check, { fail_on: failOn });
}

const found = (check: CheckName, status: Outcome['status'], reasons: string[]): Outcome => ({
  check,
  status,
  score: 0.8,
  reasons,
});

test.each(livenessDoubts)('liveness: %s fails where it is listed, and only there', (doubt) => {
  const isFailing = failingDoubts.some((one) => one === doubt);
  const recorded = found('liveness', isFailing ? 'failed' : 'passed', [doubt]);
  const others = livenessDoubts.filter((one) => one !== doubt);
  expect(weighed(recorded, livenessDoubts)).toMatchObject({
    outcome: { status: 'failed', reasons: [doubt] },
    by: 'config_changed',
  });
  expect(weighed(recorded, others).outcome).toMatchObject({ status: 'passed', reasons: [doubt] });
});

test('liveness: what is no doubt fails whatever is listed', () => {
  const recorded = found('liveness', 'failed', ['frames_replayed', 'colours_differ']);
  expect(weighed(recorded, []).outcome.status).toBe('failed');
});

test('document_forensics: a trace fails where it is listed, and only there', () => {
  const recorded = found('document_forensics', 'failed', ['screenshot', 'recompressed']);
  expect(weighed(recorded, []).outcome.status).toBe('passed');
  expect(weighed(recorded, ['no_colour']).outcome.status).toBe('passed');
  expect(weighed(recorded, ['recompressed']).outcome.status).toBe('failed');
});

test.each(['skipped', 'error'] as const)('%s stays: nothing was found to weigh', (status) => {
  const recorded = found('liveness', status, ['input_missing']);
  expect(weighed(recorded, ['motion_unlikely'])).toEqual({ outcome: recorded, by: 'kept' });
});

test("a reviewer's word is not weighed anew", () => {
  const recorded = found('liveness', 'passed', ['motion_unlikely']);
  const session = { overridden: new Set<CheckName>(['liveness']) };
  expect(weighed(recorded, ['motion_unlikely'], session)).toEqual({
    outcome: recorded,
    by: 'kept',
  });
});
