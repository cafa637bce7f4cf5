import fc from 'fast-check';
import { ApplicationFailure } from '@temporalio/common';
import { errorFacts } from '../../../shared/tracing/error-facts';

const planted = 'Zwetschgenbaum';

/** Messages as they come from drivers and parsers: of several lines, some of which look like frames. */
const message = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constant(planted),
      fc.constant(`    at ${planted} (/home/${planted}.ts:1:2)`),
    ),
    { maxLength: 6 },
  )
  .map((lines) => [...lines, planted].join('\n'));

test('of an error its class, code and frames are told, and no word of its message or of its causes', () => {
  fc.assert(
    fc.property(message, message, (own, wrapped) => {
      const cause = Object.assign(new TypeError(wrapped), { code: '23505', detail: planted });
      const facts = errorFacts(new Error(own, { cause }));
      expect(JSON.stringify(facts)).not.toContain(planted);
      expect(facts).toMatchObject({ kind: 'Error', cause: { kind: 'TypeError', code: '23505' } });
      expect(facts.frames?.[0]).toMatch(/error-facts\.property\.test/);
    }),
  );
});

test('a message that was changed behind its stack is not told either', () => {
  const error = new Error(`${planted}\n    at ${planted} (/home/x.ts:1:2)`);
  error.message = 'another';
  expect(JSON.stringify(errorFacts(error))).not.toContain(planted);
});

test("a class and a code that are sentences are not told; Temporal's type is our code", () => {
  const odd = Object.assign(new Error('x'), { name: `Mr ${planted}`, code: `of ${planted}` });
  expect(JSON.stringify(errorFacts(odd))).not.toContain(planted);
  const failure = ApplicationFailure.nonRetryable(planted, 'temporarily_unavailable');
  expect(errorFacts(failure)).toMatchObject({
    kind: 'ApplicationFailure',
    code: 'temporarily_unavailable',
  });
});

test.each([[undefined], [null], ['a word'], [4711]])(
  '%p that was thrown is told by its type',
  (thrown) => {
    expect(errorFacts(thrown)).toEqual({ kind: typeof thrown });
  },
);

test('a chain of causes that goes in circles ends', () => {
  const error: Error = new Error('x');
  error.cause = error;
  expect(JSON.stringify(errorFacts(error)).length).toBeLessThan(20_000);
});
