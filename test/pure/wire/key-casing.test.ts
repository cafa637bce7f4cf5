import { inflectKeys } from '../../../shared/wire/key-casing';

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
