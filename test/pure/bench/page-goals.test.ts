import { goalLines, type Goal } from '../../tools/bench/page/goals';
import { cumulativeShift, interactionToNextPaint } from '../../tools/bench/page/vitals';

const goal: Goal = { name: 'LCP', unit: 's', atMost: 2, measured: 2, note: 'median of 7' };

it('keeps a goal that is just reached, and names each that is missed or was not measured', () => {
  expect(goalLines([goal]).at(-1)).toBe('All goals of the page are kept.');
  const lines = goalLines([
    goal,
    { ...goal, name: 'slower', measured: 2.01 },
    { ...goal, name: 'unknown', measured: null },
  ]);
  expect(lines.map((line) => /kept|MISSED|Missed/.exec(line)?.[0])).toEqual([
    ...['kept', 'MISSED', 'MISSED', 'Missed'],
  ]);
  expect(lines.at(-1)).toBe(
    'Missed: slower (2.01 s, goal 2.00 s); unknown (not measured, goal 2.00 s).',
  );
});

it('sums shifts up within a window, of a second between them and five in all', () => {
  const at = (atMs: number, score: number) => ({ atMs, score });
  expect(cumulativeShift([])).toBe(0);
  expect(cumulativeShift([at(0, 0.5), at(999, 0.25)])).toBe(0.75);
  expect(cumulativeShift([at(0, 0.5), at(1_000, 0.25)])).toBe(0.5);
  const tremble = Array.from({ length: 12 }, (_, index) => at(index * 900, 1));
  expect(cumulativeShift(tremble)).toBe(6);
});

it('takes the longest interaction, but for one in each fifty, and none for an answer', () => {
  const of = (interactionsMs: number[], interactionCount: number) =>
    interactionToNextPaint({ interactionsMs, interactionCount });
  expect(of([], 0)).toBeNull();
  expect(of([], 3)).toBe(16);
  expect(of([40, 320, 80], 49)).toBe(320);
  expect(of([40, 320, 80], 50)).toBe(80);
});
