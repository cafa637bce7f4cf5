import { median } from '../measure';
import { parts, totalMs, type KindCost, type KindName } from './kind';
import { verdictOf, type Target } from './targets';
import { layers } from './yardstick/layers';

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

export function targetLines(targets: readonly Target[]): readonly string[] {
  return tableLines([
    ['', '5bcf7aa', 'now', 'target', ''],
    ...targets.map((target) => [
      target.what,
      target.before,
      target.measured === null ? '–' : figure(target.measured),
      `≤ ${String(target.atMost)}`,
      verdictOf(target),
    ]),
  ]);
}

export function costLines(costs: readonly KindCost[]): readonly string[] {
  const head = [
    'of one',
    'statements',
    'scopes',
    'BEGIN+COMMIT',
    'transactions',
    'commits',
    'WAL kB',
  ];
  const cpu = parts.map((part) => `${part} ms`);
  return tableLines([
    [...head, 'events', 'history kB', ...cpu, 'CPU ms', 'least', 'p50 ms'],
    ...costs.map((cost) => {
      const { counts, history, cpuMs, p50Ms } = cost;
      const counted = (value: number | undefined): string =>
        value === undefined ? '' : figure(value);
      return [
        cost.name,
        counted(counts?.statements),
        counted(counts?.scopes),
        counted(counts?.beginsAndEnds),
        counted(counts?.transactions),
        counted(counts?.commits),
        counted(counts === null ? undefined : counts.walBytes / 1_000),
        figure(history.events),
        figure(history.bytes / 1_000),
        ...(cpuMs.length === 0
          ? []
          : [
              ...parts.map((part) => figure(median(cpuMs.map((round) => round[part])))),
              figure(median(cpuMs.map(totalMs))),
              figure(Math.min(...cpuMs.map(totalMs))),
              figure(median(p50Ms)),
            ]),
      ];
    }),
  ]);
}

/**
 * Where the CPU between a bare workflow and a live session goes: what each layer adds to the one below it, and
 * what a live session still costs in proportion to it. Differences and ratios are taken by round.
 */
export function layerLines(costs: readonly KindCost[]): readonly string[] {
  const rounds = (name: KindName): readonly number[] =>
    costs.find((cost) => cost.name === name)?.cpuMs.map(totalMs) ?? [];
  const pile: readonly KindName[] = [
    'same messages',
    'by hand',
    ...layers.map((layer) => `+ ${layer}` as const),
    'live',
  ];
  const live = rounds('live');
  if (pile.some((name) => rounds(name).length === 0)) return [];
  const byRound = (of: readonly number[], by: readonly number[], how: typeof ratioOf): string =>
    figure(median(of.map((value, round) => how(value, by[round] ?? value))));
  return tableLines([
    ['of a live session', 'CPU ms', 'more', 'live : it'],
    ...pile.map((name, at) => {
      const [own, below] = [rounds(name), rounds(pile[at - 1] ?? name)];
      return [
        name === 'live' ? 'live: all that is not above' : name,
        figure(median(own)),
        at === 0 ? '' : byRound(own, below, (value, under) => value - under),
        name === 'live' ? '' : byRound(live, own, ratioOf),
      ];
    }),
  ]);
}

const ratioOf = (value: number, by: number): number => value / by;

/** Three digits tell more than the noise leaves of them. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
