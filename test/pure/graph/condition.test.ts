import { holds, type Condition, type Fact } from '../../../shared/domain/graph/condition';
import { choose, factsOf, type KnownOfSession } from '../../../shared/domain/graph/facts';

const facts = new Map<string, Fact>([
  ['extracted.age', 20],
  ['extracted.nationality', 'NLD'],
  ['extracted.document_expiration_date', '2030-05-31'],
  ['checks.document_forensics.reasons', ['screen_photo', 'recompressed']],
  ['risk.level', 'high'],
  ['fields.vip', false],
]);

const cases: readonly [Condition, boolean][] = [
  [{ field: 'extracted.age', operator: '>=', value: 20 }, true],
  [{ field: 'extracted.age', operator: '>', value: 20 }, false],
  [{ field: 'extracted.age', operator: '<=', value: 20 }, true],
  [{ field: 'extracted.age', operator: '<', value: 21 }, true],
  [{ field: 'extracted.document_expiration_date', operator: '<', value: '2031-01-01' }, true],
  [{ field: 'extracted.nationality', operator: '==', value: 'nld' }, true],
  [{ field: 'extracted.nationality', operator: '!=', value: 'NLD' }, false],
  [{ field: 'extracted.nationality', operator: 'in', value: ['BEL', 'NLD'] }, true],
  [{ field: 'extracted.nationality', operator: 'not_in', value: ['BEL', 'NLD'] }, false],
  [
    { field: 'checks.document_forensics.reasons', operator: 'contains', value: 'screen_photo' },
    true,
  ],
  [{ field: 'checks.document_forensics.reasons', operator: 'contains', value: 'screen' }, false],
  [{ field: 'extracted.nationality', operator: 'contains', value: 'LD' }, true],
  [{ field: 'risk.level', operator: '>=', value: 'medium' }, true],
  [{ field: 'risk.level', operator: '>=', value: 'critical' }, false],
  [{ field: 'fields.vip', operator: '==', value: false }, true],
  [{ field: 'fields.vip', operator: 'exists' }, true],
  [{ field: 'fields.other', operator: 'exists' }, false],
  [{ field: 'fields.other', operator: 'exists', value: false }, true],
  // A number is not compared with a text.
  [{ field: 'extracted.age', operator: '>=', value: '18' }, false],
];

test.each(cases)('%j is %s', (condition, expected) => {
  expect(holds(condition, facts)).toBe(expected);
});

test.each(['>=', '<=', '>', '<', '==', '!=', 'in', 'not_in', 'contains'] as const)(
  'what nobody knows does not fulfil %s',
  (operator) => {
    const value = operator === 'in' || operator === 'not_in' ? ['x'] : 'x';
    expect(holds({ field: 'fields.unknown', operator, value }, facts)).toBe(false);
  },
);

const known: KnownOfSession = {
  outcomes: [{ check: 'face_match', status: 'passed', score: 0.7, reasons: [] }],
  extracted: { date_of_birth: '2004-02-29', nationality: 'NLD', document_number: null },
  fields: { plan: 'gold', nested: { a: 1 } },
  risk: { level: 'medium', score: 35 },
  country: 'US',
  documentType: null,
  today: '2025-02-28',
};

test('facts are what is known, and the age is of the attempt’s day', () => {
  expect(Object.fromEntries(factsOf(known))).toEqual({
    'checks.face_match.status': 'passed',
    'checks.face_match.score': 0.7,
    'checks.face_match.reasons': [],
    'extracted.date_of_birth': '2004-02-29',
    'extracted.nationality': 'NLD',
    'extracted.age': 20,
    'fields.plan': 'gold',
    'risk.level': 'medium',
    'risk.score': 35,
    country: 'US',
  });
});

test('the first condition that holds is taken, and the default when none does', () => {
  const node = {
    kind: 'conditional',
    id: 'c',
    conditions: [
      { field: 'risk.score', operator: '>', value: 50, to: 'no' },
      { field: 'risk.score', operator: '>', value: 20, to: 'ask' },
      { field: 'country', operator: '==', value: 'US', to: 'never' },
    ],
    otherwise: 'yes',
  } as const;
  expect(choose(node, factsOf(known))).toBe('ask');
  expect(choose(node, factsOf({ ...known, risk: null, country: null }))).toBe('yes');
});
