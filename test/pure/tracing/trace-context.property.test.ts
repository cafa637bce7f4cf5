import fc from 'fast-check';
import {
  looksLikeRequestId,
  parseTraceparent,
  readContext,
  writeContext,
  writeTraceparent,
  type TraceContext,
} from '../../../shared/domain/tracing/trace-context';

const hex = (digits: number) =>
  fc
    .stringMatching(new RegExp(`^[0-9a-f]{${String(digits)}}$`))
    .filter((text) => /[^0]/.test(text));
const parent = fc.record({ traceId: hex(32), spanId: hex(16), isSampled: fc.boolean() });
const context: fc.Arbitrary<TraceContext> = fc.record({
  requestId: fc.option(fc.uuid()),
  parent: fc.option(parent),
});

test('a place in a trace comes back as it was written', () => {
  fc.assert(
    fc.property(parent, (one) => {
      expect(parseTraceparent(writeTraceparent(one))).toEqual(one);
    }),
  );
});

test('a context comes back from its written form, through JSON too', () => {
  fc.assert(
    fc.property(context, (one) => {
      expect(readContext(JSON.parse(JSON.stringify(writeContext(one))))).toEqual(one);
    }),
  );
});

test('whatever anybody writes, a context holds hexadecimal digits and dashes only', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ request_id: fc.anything(), traceparent: fc.anything() }),
    fc.record({ request_id: fc.string(), traceparent: fc.string() }),
  );
  fc.assert(
    fc.property(anything, (written) => {
      const { request_id: id, traceparent } = writeContext(readContext(written));
      expect(`${id ?? ''}${traceparent ?? ''}`).toMatch(/^[0-9a-f-]*$/);
    }),
  );
});

test.each([
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', true],
  ['cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-brings', true],
  ['cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', true],
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more', false],
  ['ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', false],
  ['00-00000000000000000000000000000000-00f067aa0ba902b7-01', false],
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01', false],
  ['00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01', false],
  [`cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-${'x'.repeat(100)}`, false],
])('W3C: %s is a traceparent: %s', (text, isOne) => {
  expect(parseTraceparent(text) !== null).toBe(isOne);
});

test.each([
  ['0b7e1c52-6d0a-4f0e-9a0c-2f1f6f1f7a10', true],
  ['01ARZ3NDEKTSV4RRFFQ69G5FAV', true],
  ['4bf92f3577b34da6a3ce929d0e0e4736', true],
  ['client-4711', false],
  ['ada.lovelace@example.org', false],
  ['+31 6 12345678', false],
  ['SPX015127', false],
  ['Ada-Lovelace-of-London-1815', false],
])('%s can be nothing but an id: %s', (text, isOne) => {
  expect(looksLikeRequestId(text)).toBe(isOne);
});
