import { randomUUID } from 'node:crypto';
import {
  ROOT_CONTEXT,
  SpanKind as OtelKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type SpanContext,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace';
import { safeAttributes, safeName, type EndedSpan, type SpanKind } from '../domain/tracing/span';
import type { TraceParent } from '../domain/tracing/trace-context';
import type { Tracer } from './tracer';
import type { TracerOptions } from './open-tracer';

const kinds: Readonly<Record<SpanKind, OtelKind>> = {
  server: OtelKind.SERVER,
  client: OtelKind.CLIENT,
  internal: OtelKind.INTERNAL,
};

/** A stopping process waits no longer for a collector. */
const closeWithinMs = 3_000;
const scope = { name: 'verifa' };

/**
 * Sends spans to a collector. The context is ours (`log-context`): nothing of OpenTelemetry is registered globally, and
 * no library is instrumented, so that no span exists but those written in this code.
 */
export function createOtlpTracer({
  endpoint,
  service,
  sampledShare,
}: TracerOptions & { readonly endpoint: string }): Tracer {
  const resource = resourceFromAttributes({
    'service.name': service,
    'service.instance.id': randomUUID(),
  });
  // Headers, timeout, compression and certificates: by the standard OTEL_EXPORTER_OTLP_* variables.
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const processor = new BatchSpanProcessor({ exporter });
  const provider = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampledShare) }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer(scope.name);
  return {
    begin({ name, kind, attributes }, parent) {
      const context =
        parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(parent));
      const span = tracer.startSpan(
        safeName(name),
        { kind: kinds[kind], attributes: safeAttributes(attributes) },
        context,
      );
      const { traceId, spanId, traceFlags } = span.spanContext();
      return {
        place: { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 },
        end({ name: atLast, attributes: found = {}, error } = {}) {
          if (atLast !== undefined) span.updateName(safeName(atLast));
          const type = error === undefined ? {} : { 'error.type': error };
          span.setAttributes(safeAttributes({ ...found, ...type }));
          if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    record(span) {
      if (span.place.isSampled) processor.onEnd(readable(span, resource));
    },
    async close() {
      const bound = new Promise<void>((resolve) => setTimeout(resolve, closeWithinMs).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), bound]);
    },
  };
}

function contextOf({ traceId, spanId, isSampled }: TraceParent): SpanContext {
  return {
    traceId,
    spanId,
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  };
}

/** Its id was given out before it was known how it ends, which the SDK's own spans cannot have. */
function readable(span: EndedSpan, resource: ReadableSpan['resource']): ReadableSpan {
  const { place, parentSpanId, startedAtMs, endedAtMs, error } = span;
  const type = error === null ? {} : { 'error.type': error };
  return {
    name: safeName(span.name),
    kind: OtelKind.INTERNAL,
    spanContext: () => ({ ...contextOf(place), isRemote: false }),
    parentSpanContext: contextOf({ ...place, spanId: parentSpanId }),
    startTime: hrTime(startedAtMs),
    endTime: hrTime(endedAtMs),
    duration: hrTime(Math.max(0, endedAtMs - startedAtMs)),
    status: { code: error === null ? SpanStatusCode.UNSET : SpanStatusCode.ERROR },
    attributes: safeAttributes({ ...span.attributes, ...type }),
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: scope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

function hrTime(ms: number): [number, number] {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
