import { definitionOf, metricNames } from '../../shared/metrics/catalogue';

/** Series of one moment, as Prometheus names them, with the labels that a scrape adds. */
export type Scrape = ReadonlyMap<string, number>;

const line = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/;

/** What one process exposes, as Prometheus would take it up; null: it does not answer. */
export async function scrape(job: string, url: string): Promise<Scrape> {
  const target = `job="${job}",instance="${job}:1"`;
  const answer = await fetch(`${url}/metrics`).catch(() => null);
  const series = new Map([[`up{${target}}`, answer === null ? 0 : 1]]);
  if (answer === null) return series;
  for (const text of (await answer.text()).split('\n')) {
    const [, name, labels, value] = line.exec(text) ?? [];
    if (name === undefined || value === undefined || !isPlayed(name)) continue;
    const more = labels === undefined ? '' : `,${labels.replace(/,$/, '')}`;
    series.set(`${name}{${target}${more}}`, Number(value));
  }
  return series;
}

/** How full this machine's disks happen to be is no matter of a test. */
function isPlayed(name: string): boolean {
  return name.startsWith('verifa_') && !name.startsWith('verifa_disk_');
}

/** So many minutes of a service that goes on as it did between the two scrapes. */
export interface Phase {
  readonly minutes: number;
  readonly from: Scrape;
  readonly to: Scrape;
}

/** Gauges stay as they were last; counters go on by as much a minute as they did from one scrape to the other. */
export function seriesOf(
  phases: readonly Phase[],
): readonly { readonly series: string; readonly values: string }[] {
  const all = new Set(phases.flatMap(({ from, to }) => [...from.keys(), ...to.keys()]));
  return [...all].map((series) => ({
    series,
    values: phases.map((phase) => valuesOf(series, phase)).join(' '),
  }));
}

function valuesOf(series: string, { minutes, from, to }: Phase): string {
  const end = to.get(series);
  if (end === undefined) return `_x${String(minutes)}`;
  const step = isGauge(series) ? 0 : end - (from.get(series) ?? end);
  return `${String(end)}+${String(Math.max(0, step))}x${String(minutes - 1)}`;
}

function isGauge(series: string): boolean {
  const [name = ''] = series.split('{');
  if (name === 'up') return true;
  return metricNames.some((known) => known === name && definitionOf(known).kind === 'gauge');
}
