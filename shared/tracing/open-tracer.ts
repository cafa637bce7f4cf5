import type { Tracer } from './tracer';

export interface TracerOptions {
  /** OTLP over HTTP, e.g. `http://collector:4318`. */
  readonly endpoint: string | undefined;
  readonly service: 'verifa-api' | 'verifa-worker';
  /** Of traces that nobody upstream has decided on. */
  readonly sampledShare: number;
}

/** Loads OpenTelemetry where traces are wanted; undefined, and nothing loaded, where they are not. */
export async function openTracer(options: TracerOptions): Promise<Tracer | undefined> {
  const { endpoint } = options;
  if (endpoint === undefined) return undefined;
  const { createOtlpTracer } = await import('./otlp-tracer.js');
  return createOtlpTracer({ ...options, endpoint });
}

export function tracesOf(settings: {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
}): Pick<TracerOptions, 'endpoint' | 'sampledShare'> {
  return {
    endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    sampledShare: settings.OTEL_TRACES_SAMPLER_ARG,
  };
}
