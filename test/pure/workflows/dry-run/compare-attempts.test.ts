import type { CheckName, CheckStatus } from '../../../../shared/domain/checks/outcome';
import {
  compareAttempts,
  type JudgedAttempt,
} from '../../../../services/api/results/compare-attempts';

interface Told {
  readonly age?: CheckStatus;
  readonly minimumAge?: number;
  readonly reader?: string;
  readonly day?: string;
  readonly documents?: readonly string[];
  readonly listed?: CheckStatus;
}

function attempt(told: Told): JudgedAttempt {
  const outcome = (check: CheckName, status: CheckStatus, engineVersion = '1') => ({
    check,
    status,
    reasons: [],
    engine: 'any',
    engineVersion,
  });
  return {
    outcomes: [
      outcome('document_ocr', 'passed', told.reader),
      outcome('age', told.age ?? 'passed'),
      outcome('check_against_list', told.listed ?? 'passed'),
    ],
    configs: new Map<CheckName, Readonly<Record<string, unknown>>>([
      ['document_ocr', {}],
      ['age', told.minimumAge === undefined ? {} : { minimum_age: told.minimumAge }],
      ['check_against_list', {}],
    ]),
    documentIds: told.documents ?? ['doc_1'],
    day: told.day ?? '2026-01-01',
  };
}

function causes(before: Told, after: Told): readonly string[] {
  return compareAttempts(attempt(before), attempt(after)).map(({ check, cause }) =>
    [check, cause].join(': '),
  );
}

it('what says the same has no cause, whatever else changed', () => {
  expect(causes({}, { minimumAge: 21, reader: '2', day: '2027-01-01' })).toEqual([]);
});

it('definition: the check is asked for something else', () => {
  expect(causes({}, { age: 'failed', minimumAge: 21 })).toEqual(['age: definition']);
});

it('a default written out is no change of the definition', () => {
  expect(causes({}, { age: 'failed', minimumAge: 18 })).toEqual(['age: data']);
});

it('engine: another reader read what is judged', () => {
  expect(causes({}, { age: 'failed', reader: '2' })).toEqual(['age: engine']);
});

it('date: the same data under the same rule on a later day', () => {
  expect(causes({ age: 'failed' }, { age: 'passed', day: '2026-01-02' })).toEqual(['age: date']);
});

it('data: other documents, on whatever day', () => {
  const after = { age: 'failed', day: '2026-01-02', documents: ['doc_2'] } as const;
  expect(causes({}, after)).toEqual(['age: data']);
});

it('data: what the records say now', () => {
  const after = { listed: 'failed', day: '2026-01-02' } as const;
  expect(causes({}, after)).toEqual(['check_against_list: data']);
});
