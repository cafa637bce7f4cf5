import { totalMb, type LocalMemory } from './local-memory';
import type { CostReport } from './measure-cost';
import type { CostOptions } from './options';
import { costLines, figure, layerLines, targetLines } from './table';
import { targetsOf } from './targets';

/** The issue's table first, then what it is made of. */
export function reportLines(report: CostReport, options: CostOptions): readonly string[] {
  const { costs, idle, webhooks, memory } = report;
  const memoryMb = memory === null ? null : totalMb(memory);
  const targets = targetsOf(new Map(costs.map((cost) => [cost.name, cost])), {
    webhooks,
    idleCommitsPerSecond: idle?.counts.commits ?? null,
    memoryMb,
  });
  const own = costs.find(({ name }) => name === 'create');
  const server =
    options.temporal === 'postgres'
      ? "Temporal's server on a durable Postgres of its own, whose CPU is Temporal's"
      : "Temporal's development server, in memory";
  return [
    ...targetLines(targets),
    '',
    ...costLines(costs),
    '',
    ...layerLines(costs),
    '',
    ...(idle === null
      ? []
      : [
          `idle service, a minute: ${figure(idle.counts.commits)} commits/s, ${figure(idle.counts.statements)} statements/s`,
        ]),
    ...(webhooks === null
      ? []
      : [
          `webhooks: ${String(webhooks.delivered)} of ${String(webhooks.offered)} delivered at 100 offered a second, CPU ${figure(webhooks.cpuMs)} ms each, p95 ${figure(webhooks.p95Ms)} ms`,
        ]),
    ...(memory === null ? [] : [memoryLine(memory)]),
    `Statements by pg_stat_statements, BEGIN and COMMIT included; commits by xact_commit; both less the idle rate, schedules paused.`,
    `CPU of whole process trees less idle; ${own === undefined || own.cpuMs.length === 0 ? '' : `${String(own.cpuMs.length)} interleaved rounds, medians; ratios by round; `}${server}.`,
  ];
}

export function memoryLine(memory: LocalMemory): string {
  const { apiMb, workerMb, launcherMb, sharedMb } = memory;
  return `npm start, a minute after its start: ${figure(totalMb(memory))} MB, of them API ${figure(apiMb)}, worker ${figure(workerMb)}, launcher ${figure(launcherMb)}, shared by them ${figure(sharedMb)}`;
}
