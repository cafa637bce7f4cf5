import fc from 'fast-check';
import { inflectKeys, keyInflections, snakeKeys } from '../../../shared/wire/key-casing';

const body = {
  session_id: 'ses_1',
  check_results: [{ engine_version: '1', step_2: null }],
  metadata: { own_key: { inner_key: 1 } },
  nested_object: { fields: { first_name: 'x' }, last_seen_at: new Date(0) },
};

it.each([
  [
    'camel' as const,
    {
      sessionId: 'ses_1',
      checkResults: [{ engineVersion: '1', step2: null }],
      metadata: { own_key: { inner_key: 1 } },
      nestedObject: { fields: { first_name: 'x' }, lastSeenAt: new Date(0) },
    },
  ],
  [
    'kebab' as const,
    {
      'session-id': 'ses_1',
      'check-results': [{ 'engine-version': '1', 'step-2': null }],
      metadata: { own_key: { inner_key: 1 } },
      'nested-object': { fields: { first_name: 'x' }, 'last-seen-at': new Date(0) },
    },
  ],
  ['snake' as const, body],
])('%s: every key but those of kept objects', (inflection, expected) => {
  expect(inflectKeys(body, inflection, { keep: ['metadata', '**.fields'] })).toEqual(expected);
});

it('keeps a path from the root only, unless it says at any depth', () => {
  const twice = { own: { a_b: 1 }, other: [{ own: { a_b: 1 } }] };
  expect(inflectKeys(twice, 'camel', { keep: ['own'] })).toEqual({
    own: { a_b: 1 },
    other: [{ own: { aB: 1 } }],
  });
  expect(inflectKeys(twice, 'camel', { keep: ['**.own'] })).toEqual(twice);
  expect(inflectKeys(twice, 'camel', { keep: ['own', 'other.own'] })).toEqual(twice);
});

const keys = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(_[a-z][a-z0-9]{0,6}){0,3}$/);
const wire = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

it.each(keyInflections)('what is sent in %s case is the same request', (inflection) => {
  fc.assert(
    fc.property(wire, (value) => {
      const keep = { keep: ['**.metadata'] };
      expect(snakeKeys(inflectKeys(value, inflection, keep), keep)).toEqual(value);
    }),
  );
});

it('what is written in none of the three casings stays: country codes, sentences, own names', () => {
  const own = { US: 1, 'two words': 2, __proto: 3, UPPER_CASE: 4, PascalCase: 5 };
  expect(snakeKeys(own, { keep: [] })).toEqual(own);
});
