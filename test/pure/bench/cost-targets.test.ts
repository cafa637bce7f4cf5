import type { KindCost, KindName, PerPart } from '../../tools/bench/cost/kind';
import { targetLines } from '../../tools/bench/cost/table';
import { targetsOf, verdictOf, type Beside } from '../../tools/bench/cost/targets';

const beside: Beside = { webhooks: null, idleCommitsPerSecond: 1, memoryMb: 350.1 };

const cpu = (total: number): PerPart => ({ api: total, worker: 0, postgres: 0, temporal: 0 });

function cost(name: KindName, rounds: readonly number[], statements = 0): KindCost {
  return {
    name,
    counts: { statements, scopes: 0, beginsAndEnds: 0, transactions: 0, commits: 0, walBytes: 0 },
    history: { events: 28, bytes: 0 },
    cpuMs: rounds.map(cpu),
    p50Ms: rounds,
  };
}

function verdicts(costs: readonly KindCost[]): Readonly<Record<string, string>> {
  const targets = targetsOf(new Map(costs.map((one) => [one.name, one])), beside);
  return Object.fromEntries(targets.map((target) => [target.what, verdictOf(target)]));
}

it('holds at the target itself, misses above it, and says what was not measured', () => {
  const seen = verdicts([cost('create', [1], 6), cost('live', [1], 110.5)]);
  expect(seen['create: statements']).toBe('holds');
  expect(seen['live: statements']).toBe('misses');
  expect(seen['live: history events']).toBe('holds');
  expect(seen['sandbox: statements']).toBe('not measured');
  expect(seen['live CPU : same work by hand']).toBe('not measured');
  expect(seen['idle service: commits/s']).toBe('holds');
  expect(seen['npm start: API, worker, launcher, MB']).toBe('misses');
});

it('compares both sides of each round, so that a round under load changes no ratio', () => {
  const [created, floor] = [cost('create', [13, 130, 26]), cost('create floor', [10, 100, 20])];
  expect(verdicts([created, floor])['create CPU : one commit + one start']).toBe('holds');
  const dearer = cost('create', [14, 140, 28]);
  expect(verdicts([dearer, floor])['create CPU : one commit + one start']).toBe('misses');
});

it('prints each target with its verdict', () => {
  const lines = targetLines(targetsOf(new Map([['create', cost('create', [1], 9)]]), beside));
  expect(lines.find((line) => line.startsWith('create: statements'))).toMatch(
    /26\.6 +9\.00 +≤ 6 +misses$/,
  );
});
