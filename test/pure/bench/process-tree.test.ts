import fc from 'fast-check';
import { parseStat, treeCpuMs, type ProcessTimes } from '../../tools/bench/cost/process-tree';

it('reads a process whose name holds spaces and parentheses, with the time of its ended children', () => {
  const line =
    '4242 (postgres: io) (x) S 17 4242 4242 0 -1 4194560 1 2 3 4 100 20 7 3 20 0 1 0 99 1000 50';
  expect(parseStat(line)).toEqual({ pid: 4242, parent: 17, ticks: 130 });
});

it('sums the processes below a root, each once, and none beside it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 30 }), (ticks) => {
      // A tree: each process but the first hangs below an earlier one; beside it one that is no part of it.
      const tree: ProcessTimes[] = ticks.map((own, index) => ({
        pid: index + 2,
        parent: index === 0 ? 1 : 2 + Math.floor((index - 1) / 2),
        ticks: own,
      }));
      const all = [...tree, { pid: 1_000, parent: 1, ticks: 7 }];
      const sum = ticks.reduce((total, own) => total + own, 0);
      expect(treeCpuMs(all, 2)).toBe(sum * 10);
      const leaf = ticks.length + 1;
      expect(treeCpuMs(all, leaf)).toBe((ticks.at(-1) ?? 0) * 10);
    }),
  );
});
