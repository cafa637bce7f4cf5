import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { assertNever } from '../domain/assert-never';
import { createLabelBounds, type Labels } from './bounded-labels';
import {
  definitionOf,
  metricNames,
  type CounterName,
  type HistogramName,
  type LabelsOf,
  type MetricName,
} from './catalogue';
import { createLook, type GaugeSource, type Look } from './gauge-source';

/** What the parts of a process tell of their work. */
export interface MetricsSink {
  count<N extends CounterName>(name: N, labels: LabelsOf<N> & Labels, by?: number): void;
  observe<N extends HistogramName>(name: N, labels: LabelsOf<N> & Labels, value: number): void;
}

export interface Metrics extends MetricsSink {
  /** From now on its gauges are read when they are asked for. */
  add(source: GaugeSource): void;
  /** Text of another registry, appended as it is; `name` stands for it where it fails. */
  append(name: string, text: () => Promise<string>): void;
  /** All there is, in the text format 0.0.4 of Prometheus. */
  text(): Promise<string>;
}

/** Below Prometheus's default scrape timeout of ten seconds. */
const readWithinMs = 4_000;

interface Told {
  readonly tell: (labels: Labels, value: number) => void;
  readonly clear: () => void;
}

/** The registry of one process; it exposes what the catalogue gives that process, and Node's own metrics. */
export function createMetrics(of: 'api' | 'worker'): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const told = new Map<MetricName, Told>();
  for (const name of metricNames) {
    if ([of, 'both'].includes(definitionOf(name).of)) told.set(name, register(registry, name));
  }
  const sources: { readonly source: GaugeSource; readonly look: Look }[] = [];
  const appended: { readonly name: string; readonly text: () => Promise<string> }[] = [];

  const tell = (name: MetricName, labels: Labels, value: number): void =>
    told.get(name)?.tell(labels, value);
  const failed = (source: string): void => tell('verifa_metrics_failures_total', { source }, 1);

  /** Each gauge anew from all of its sources: what one of them could not read has no series. */
  async function refresh(): Promise<void> {
    const looks = await Promise.all(sources.map(({ look }) => look()));
    for (const { source } of sources) for (const name of source.gauges) told.get(name)?.clear();
    for (const { name, labels, value } of looks.flatMap((readings) => readings ?? [])) {
      tell(name, labels, value);
    }
  }

  async function textOf({ name, text }: (typeof appended)[number]): Promise<string> {
    try {
      return await text();
    } catch {
      failed(name);
      return '';
    }
  }

  return {
    count: (name, labels, by = 1) => tell(name, labels, by),
    observe: tell,
    add(source) {
      const onFailure = (): void => failed(source.name);
      sources.push({ source, look: createLook(source, { withinMs: readWithinMs, onFailure }) });
    },
    append: (name, text) => appended.push({ name, text }),
    async text() {
      const others = await Promise.all(appended.map(textOf));
      await refresh();
      return [await registry.metrics(), ...others].join('');
    },
  };
}

function register(registry: Registry, name: MetricName): Told {
  const definition = definitionOf(name);
  const { kind, help, labels, buckets } = definition;
  const labelNames = Object.keys(labels);
  const common = { name, help, labelNames, registers: [registry] };
  const bounded = createLabelBounds(definition);
  switch (kind) {
    case 'counter': {
      const counter = new Counter(common);
      for (const one of everySeries(labels)) counter.inc(one, 0);
      return { tell: (one, by) => counter.inc(bounded(one), by), clear: () => undefined };
    }
    case 'histogram': {
      const histogram = new Histogram({
        ...common,
        ...(buckets === undefined ? {} : { buckets: [...buckets] }),
      });
      return {
        tell: (one, value) => histogram.observe(bounded(one), value),
        clear: () => undefined,
      };
    }
    case 'gauge': {
      const gauge = new Gauge(common);
      // A gauge that nobody has read is no 0: also one without labels begins without a series.
      const clear = (): void => (labelNames.length === 0 ? gauge.remove() : gauge.reset());
      clear();
      return { tell: (one, value) => gauge.set(bounded(one), value), clear };
    }
    default:
      return assertNever(kind);
  }
}

/** So many series are there from the start. */
const mostFromTheStart = 100;

/**
 * A counter whose labels are listed begins with all its series at 0, so that its first event is an increase; where
 * they are many, most combinations never come.
 */
function everySeries(labels: ReturnType<typeof definitionOf>['labels']): readonly Labels[] {
  let series: readonly Labels[] = [{}];
  for (const [label, rule] of Object.entries(labels)) {
    if (rule instanceof RegExp) return [];
    series = series.flatMap((one) => rule.map((value) => ({ ...one, [label]: value })));
  }
  return series.length > mostFromTheStart ? [] : series;
}
