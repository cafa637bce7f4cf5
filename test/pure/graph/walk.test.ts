import fc from 'fast-check';
import { checkConfigSchemas } from '../../../shared/domain/checks/check-config';
import {
  checkNames,
  checkStatuses,
  type CheckName,
  type CheckStatus,
} from '../../../shared/domain/checks/outcome';
import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import type { Graph } from '../../../shared/domain/graph/definition';
import { choose, factsOf } from '../../../shared/domain/graph/facts';
import { checksOf, walk, type GraphAnswers } from '../../../shared/domain/graph/walk';

function answers(
  statuses: Partial<Record<CheckName, CheckStatus>>,
  gates: Record<string, 'continue' | 'fail' | 'timeout'> = {},
  choices: Record<string, string> = {},
): GraphAnswers {
  const checks = new Map<CheckName, { status: CheckStatus; reasons: string[] }>();
  for (const check of checkNames) {
    const status = statuses[check];
    if (status !== undefined) checks.set(check, { status, reasons: [] });
  }
  return {
    checks,
    gates: new Map(Object.entries(gates)),
    choices: new Map(Object.entries(choices)),
  };
}

const allPassed = Object.fromEntries(checkNames.map((check) => [check, 'passed'])) as Record<
  CheckName,
  CheckStatus
>;

const gated: Graph = {
  start: 'kyc',
  nodes: [
    { kind: 'wait', id: 'kyc', next: 'yes', onFail: 'no', onTimeout: 'ask' },
    { kind: 'terminal', id: 'yes', decision: 'approved' },
    { kind: 'terminal', id: 'no', decision: 'rejected' },
    { kind: 'terminal', id: 'ask', decision: 'needs_review' },
  ],
};

describe('the default workflow', () => {
  test('says to each check only what that check understands', () => {
    for (const { check, config } of checksOf(defaultWorkflow.graph)) {
      expect(checkConfigSchemas[check].safeParse(config).success).toBe(true);
    }
  });

  test('approves when all of its eight checks pass', () => {
    expect(checksOf(defaultWorkflow.graph)).toHaveLength(8);
    expect(walk(defaultWorkflow.graph, answers(allPassed))).toEqual({
      kind: 'decided',
      decision: 'approved',
      because: null,
    });
  });

  test.each([
    ['document_expiration', 'rejected'],
    ['age', 'rejected'],
    ['id_document_filter', 'rejected'],
    ['liveness', 'needs_review'],
    ['document_forensics', 'needs_review'],
    ['document_ocr', 'needs_review'],
    ['document_quality', 'needs_review'],
  ] as const)('a failed %s leads to %s and is named', (check, decision) => {
    expect(walk(defaultWorkflow.graph, answers({ ...allPassed, [check]: 'failed' }))).toEqual({
      kind: 'decided',
      decision,
      because: check,
    });
  });

  test.each([
    ['compared with another and refused', 0.12, 'rejected'],
    ['compared with none and looked at', null, 'review'],
  ] as const)('a face that did not pass is %s', (_what, score, to) => {
    const outcomes = answers({ ...allPassed, face_match: 'failed' });
    const standing = walk(defaultWorkflow.graph, outcomes);
    if (standing.kind !== 'needs_choice') throw new Error('nothing to choose');
    const facts = factsOf({
      outcomes: [{ check: 'face_match', status: 'failed', score, reasons: [] }],
      extracted: null,
      fields: {},
      risk: null,
      country: null,
      documentType: null,
      today: '2030-01-01',
    });
    expect(choose(standing.node, facts)).toBe(to);
    const chosen = new Map([[standing.node.id, to]]);
    expect(walk(defaultWorkflow.graph, { ...outcomes, choices: chosen })).toMatchObject({
      kind: 'decided',
      decision: score === null ? 'needs_review' : 'rejected',
      because: 'face_match',
    });
  });

  test('a check that could not run fails the session, a skipped one goes to review', () => {
    expect(walk(defaultWorkflow.graph, answers({ ...allPassed, age: 'error' }))).toEqual({
      kind: 'failed',
      check: 'age',
    });
    expect(
      walk(defaultWorkflow.graph, answers({ ...allPassed, face_match: 'skipped' })),
    ).toMatchObject({
      kind: 'decided',
      decision: 'needs_review',
    });
  });

  test('whatever the outcomes, a walk over all of them ends, and never approves past a failure', () => {
    const statuses = fc.record(
      Object.fromEntries(
        checkNames.map((check) => [
          check,
          fc.constantFrom(...checkStatuses.filter((status) => status !== 'pending')),
        ]),
      ) as Record<CheckName, fc.Arbitrary<CheckStatus>>,
    );
    fc.assert(
      fc.property(statuses, fc.constantFrom('rejected', 'review'), (drawn, refused) => {
        const given = answers(drawn, {}, { face_compared: refused });
        const standing = walk(defaultWorkflow.graph, given);
        expect(['decided', 'failed']).toContain(standing.kind);
        const approved = standing.kind === 'decided' && standing.decision === 'approved';
        const asked = checksOf(defaultWorkflow.graph).map(({ check }) => check);
        expect(approved).toBe(asked.every((check) => drawn[check] === 'passed'));
      }),
    );
  });
});

describe('a gate', () => {
  test.each([
    ['continue', 'approved'],
    ['fail', 'rejected'],
    ['timeout', 'needs_review'],
  ] as const)('answered %s leads to %s', (answer, decision) => {
    expect(walk(gated, answers({}))).toMatchObject({ kind: 'at_gate' });
    expect(walk(gated, answers({}, { kyc: answer }))).toMatchObject({ kind: 'decided', decision });
  });
});
