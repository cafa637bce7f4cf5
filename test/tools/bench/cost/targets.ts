import { median } from '../measure';
import { totalMs, type Counts, type KindCost, type KindName } from './kind';
import type { WebhookCost } from './webhook-load';

/** A line of the table. */
export interface Target {
  readonly what: string;
  /** At 5bcf7aa, as the issue says it. */
  readonly before: string;
  readonly atMost: number;
  /** Null: not measured in this run. */
  readonly measured: number | null;
}

export type Costs = ReadonlyMap<KindName, KindCost>;

/** What is no session's; null where it was not measured. */
export interface Beside {
  readonly webhooks: Pick<WebhookCost, 'cpuMs' | 'p95Ms'> | null;
  readonly idleCommitsPerSecond: number | null;
  readonly memoryMb: number | null;
}

export function targetsOf(costs: Costs, beside: Beside): readonly Target[] {
  const count = (kind: KindName, name: keyof Counts): number | null =>
    costs.get(kind)?.counts?.[name] ?? null;
  return [
    row('create: statements', '26.6', 6, count('create', 'statements')),
    row('create: commits', '12', 4, count('create', 'commits')),
    row('sandbox: statements', '52', 20, count('sandbox', 'statements')),
    row('sandbox: commits', '21', 10, count('sandbox', 'commits')),
    row('live: statements', '288–316', 110, count('live', 'statements')),
    row('live: explicit transactions', '41', 12, count('live', 'transactions')),
    row('live: commits', '112', 45, count('live', 'commits')),
    row('live: history events', '43', 28, costs.get('live')?.history.events ?? null),
    row('live CPU : same work by hand', '?', 1.5, cpuRatio(costs, 'live', 'by hand')),
    row('live CPU : same messages', '4.8', 2.8, cpuRatio(costs, 'live', 'same messages')),
    row(
      'live CPU, tiny pictures : same messages',
      '',
      2.2,
      cpuRatio(costs, 'live, tiny pictures', 'same messages'),
    ),
    row(
      'create CPU : one commit + one start',
      '2.7',
      1.3,
      cpuRatio(costs, 'create', 'create floor'),
    ),
    row(
      'create p50 : one commit + one start',
      '3.4',
      1.5,
      p50Ratio(costs, 'create', 'create floor'),
    ),
    row('webhook delivered: CPU ms', '65', 15, beside.webhooks?.cpuMs ?? null),
    row('webhook at 100 events/s: p95 ms', '', 500, beside.webhooks?.p95Ms ?? null),
    row('idle service: commits/s', '1.6', 1, beside.idleCommitsPerSecond),
    row('npm start: API, worker, launcher, MB', '530', 350, beside.memoryMb),
  ];
}

function row(what: string, before: string, atMost: number, measured: number | null): Target {
  return { what, before, atMost, measured };
}

/** The median of the rounds' ratios: what loads the machine loads both sides of one round. */
function ratio(above: readonly number[], below: readonly number[]): number | null {
  const ratios = above.flatMap((value, round) => {
    const other = below[round];
    return other === undefined || other === 0 ? [] : [value / other];
  });
  return ratios.length === 0 ? null : median(ratios);
}

function cpuRatio(costs: Costs, above: KindName, below: KindName): number | null {
  const of = (kind: KindName): readonly number[] => costs.get(kind)?.cpuMs.map(totalMs) ?? [];
  return ratio(of(above), of(below));
}

function p50Ratio(costs: Costs, above: KindName, below: KindName): number | null {
  return ratio(costs.get(above)?.p50Ms ?? [], costs.get(below)?.p50Ms ?? []);
}

export function verdictOf({ measured, atMost }: Target): 'holds' | 'misses' | 'not measured' {
  if (measured === null) return 'not measured';
  return measured <= atMost ? 'holds' : 'misses';
}
