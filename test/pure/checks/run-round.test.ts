import { runRound } from '../../../activities/checks/run/run-round';
import type { CheckRequest } from '../../../activities/session/contract';
import type { CheckName, CheckOutcome } from '../../../shared/domain/checks/outcome';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { newId } from '../../../shared/domain/ids';

const request: CheckRequest = {
  sessionId: newId('session'),
  attempt: 1,
  checks: (['risk_assessment', 'document_ocr', 'face_match', 'document_quality'] as const).map(
    (check) => ({ check, config: {} }),
  ),
};

const passed = (check: CheckName): CheckOutcome => ({
  check,
  status: 'passed',
  score: 1,
  reasons: [],
  engine: 'scripted',
  engineVersion: '1',
});

const namesOf = (part: CheckRequest): CheckName[] => part.checks.map(({ check }) => check);

test('documents and faces are at work at the same time, the records behind both', async () => {
  const begun: CheckName[][] = [];
  let open = (): void => undefined;
  const bothBegan = new Promise<void>((resolve) => (open = resolve));
  const round = await runRound(request, async (part) => {
    begun.push(namesOf(part));
    if (begun.length === 2) open();
    // Would wait for ever, were one class waiting for the other.
    await bothBegan;
    return namesOf(part).map(passed);
  });
  expect(begun).toEqual([
    ['document_ocr', 'document_quality'],
    ['face_match'],
    ['risk_assessment'],
  ]);
  expect(round.broken).toEqual([]);
  expect(round.outcomes.map(({ check }) => check).sort()).toEqual(namesOf(request).sort());
});

test('an engine that breaks stops no other class, and the records are not asked without it', async () => {
  const asked: CheckName[] = [];
  const round = await runRound(request, (part) => {
    asked.push(...namesOf(part));
    return namesOf(part).includes('face_match')
      ? Promise.reject(new VerifaError('engine_failed'))
      : Promise.resolve(namesOf(part).map(passed));
  });
  expect(asked).not.toContain('risk_assessment');
  expect(round.broken).toEqual(['face']);
  expect(round.outcomes.map(({ check }) => check)).toEqual(['document_ocr', 'document_quality']);
});

test.each([
  ['trouble that no engine made', new Error('the database is away')],
  ['an attempt that is over', new VerifaError('attempt_stale')],
])(
  '%s is the activity’s own, told when the other class has come to its end',
  async (_name, cause) => {
    let isFaceDone = false;
    const round = runRound(request, async (part) => {
      if (namesOf(part).includes('document_ocr')) throw cause;
      await new Promise((resolve) => setImmediate(resolve));
      isFaceDone = true;
      return namesOf(part).map(passed);
    });
    await expect(round).rejects.toBe(cause);
    expect(isFaceDone).toBe(true);
  },
);
