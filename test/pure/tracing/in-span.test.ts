import type { EndedSpan } from '../../../shared/domain/tracing/span';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { currentTrace, logFields, withLogContext } from '../../../shared/tracing/log-context';
import {
  inSpan,
  type SpanBeginning,
  type SpanEnd,
  type Tracer,
} from '../../../shared/tracing/tracer';
import type { TraceParent } from '../../../shared/domain/tracing/trace-context';

const parent = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), isSampled: true };
const beginning: SpanBeginning = { name: 'check age', kind: 'internal', attributes: {} };

/** Keeps what it is told. */
function keeper() {
  const begun: { span: SpanBeginning; under: TraceParent | null; end?: SpanEnd }[] = [];
  const recorded: EndedSpan[] = [];
  const tracer: Tracer = {
    begin(span, under) {
      const one: (typeof begun)[number] = { span, under };
      begun.push(one);
      const spanId = String(begun.length).padStart(16, '0');
      return { place: { ...parent, spanId }, end: (end = {}) => (one.end = end) };
    },
    record: (span) => recorded.push(span),
    close: () => Promise.resolve(),
  };
  return { tracer, begun };
}

const ofRequest = <T>(work: () => Promise<T>): Promise<T> =>
  withLogContext({ trace: { requestId: 'r', parent }, ids: {} }, work);

test('work runs under its span, and what it begins is the child of it', async () => {
  const { tracer, begun } = keeper();
  const seen = await ofRequest(() =>
    inSpan(tracer, beginning, () =>
      inSpan(tracer, beginning, () => Promise.resolve(currentTrace())),
    ),
  );
  expect(begun.map(({ under }) => under?.spanId)).toEqual([parent.spanId, '0000000000000001']);
  expect(seen).toEqual({ requestId: 'r', parent: { ...parent, spanId: '0000000000000002' } });
  expect(begun.every(({ end }) => end?.error === undefined)).toBe(true);
});

test('a failure ends the span with its code, none of its words, and goes on', async () => {
  const { tracer, begun } = keeper();
  const failing = (): Promise<never> =>
    Promise.reject(new VerifaError('temporarily_unavailable', { detail: 'planted words' }));
  await expect(ofRequest(() => inSpan(tracer, beginning, failing))).rejects.toThrow();
  expect(begun[0]?.end).toEqual({ error: 'temporarily_unavailable' });
});

test('without a tracer, and without a trace, work just runs', async () => {
  const { tracer, begun } = keeper();
  expect(await inSpan(tracer, beginning, () => Promise.resolve(1))).toBe(1);
  expect(await ofRequest(() => inSpan(undefined, beginning, () => Promise.resolve(2)))).toBe(2);
  expect(begun).toEqual([]);
});

test('lines of the work carry the request, the trace and the ids that were found out on the way', async () => {
  await withLogContext({ trace: { requestId: 'r', parent }, ids: { activity: 'x' } }, async () => {
    await Promise.resolve();
    expect(logFields()).toEqual({ request_id: 'r', trace_id: parent.traceId, activity: 'x' });
  });
  expect(logFields()).toEqual({});
});
