/** A figure beside what it must not exceed (`10-screens.md` §6). */
export interface Goal {
  readonly name: string;
  readonly unit: 's' | 'ms' | 'KB' | 'requests' | 'shift';
  readonly atMost: number;
  /** Null where this machine cannot measure it, which keeps no goal. */
  readonly measured: number | null;
  /** Of what it is the median, or why there is none. */
  readonly note: string;
}

const decimals = { s: 2, ms: 1, KB: 1, requests: 0, shift: 3 } as const;
const shownUnit = { s: ' s', ms: ' ms', KB: ' KB', requests: '', shift: '' } as const;

/** One line a goal, and one that names those that were missed. */
export function goalLines(goals: readonly Goal[]): readonly string[] {
  const rows = goals.map((goal) => [goal.name, `≤ ${shown(goal, goal.atMost)}`, figureOf(goal)]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const missed = goals.filter(({ measured, atMost }) => measured === null || measured > atMost);
  return [
    ...goals.map((goal, index) => {
      const cells = (rows[index] ?? []).map((cell, at) => cell.padEnd(widths[at] ?? 0));
      return `${cells.join('  ')}  ${missed.includes(goal) ? 'MISSED' : 'kept  '}  ${goal.note}`;
    }),
    missed.length === 0
      ? 'All goals of the page are kept.'
      : `Missed: ${missed.map((goal) => `${goal.name} (${figureOf(goal)}, goal ${shown(goal, goal.atMost)})`).join('; ')}.`,
  ];
}

function figureOf(goal: Goal): string {
  return goal.measured === null ? 'not measured' : shown(goal, goal.measured);
}

function shown({ unit }: Goal, value: number): string {
  return `${value.toFixed(decimals[unit])}${shownUnit[unit]}`;
}
