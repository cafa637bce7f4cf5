import { writeFile } from 'node:fs/promises';
import type { Client } from '@temporalio/client';
import { connectTemporalClient } from '../../../../shared/temporal/connect-client';
import { countKind, countsBetween, look, type Counted } from './counts';
import { measureRound, partsOf, pause, perPart, type Round } from './cpu';
import { commitsToldWithinMs } from './database-counts';
import type { Counts, History, Kind, KindCost, KindName, PerPart } from './kind';
import { drawPictures, drawTinyPictures } from './pictures';
import { readProcesses } from './process-tree';
import { startProduct, type Product } from './product';
import { startCountingPostgres } from './records-postgres';
import { create, live, sandbox } from './session-kinds';
import { statementLines } from './statement-lines';
import { costLines, figure, targetLines } from './table';
import { targetsOf } from './targets';
import { artifactDeps, startDevTemporal } from './temporal-server';
import { startYardsticks, type Yardsticks } from './yardstick/yardsticks';

export interface CostOptions {
  readonly rounds: number;
  /** Where the statements of one session are written to, most called first. */
  readonly statementsFile: string | undefined;
}

const idleSeconds = 60;
const warmUps = 24;

/** `npm run bench -- cost`: what a session costs beside what it cannot do without, in one run. */
export async function benchCost(options: CostOptions): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const postgres = await startCountingPostgres();
    stops.push(() => postgres.stop());
    const server = await startDevTemporal();
    stops.push(() => server.stop());
    const product = await startProduct(postgres, server, artifactDeps.cacheDir);
    stops.push(() => product.stop());
    const connected = connectTemporalClient({
      address: server.address,
      namespace: 'default',
      environment: {},
    });
    stops.push(() => connected.close());
    const yardsticks = await startYardsticks(product);
    stops.push(() => yardsticks.stop());
    const kinds = await kindsOf(product, yardsticks, connected.client);
    await measureKinds(product, connected.client, kinds, options);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function kindsOf(
  product: Product,
  yardsticks: Yardsticks,
  temporal: Client,
): Promise<readonly Kind[]> {
  const [pictures, tiny] = [await drawPictures(), await drawTinyPictures()];
  const { client, worker } = yardsticks.pids;
  const { postgres, temporal: servers } = product.pids;
  const own = { pids: product.pids, counted: true };
  const bare = { pids: { api: [client], worker: [worker], postgres: [], temporal: servers } };
  const messages = async (): Promise<string> => {
    const id = await yardsticks.run('same messages');
    await temporal.workflow.getHandle(id).result();
    return id;
  };
  return [
    { name: 'create', count: 40, ...own, run: () => create(product) },
    {
      name: 'create floor',
      count: 40,
      pids: { ...bare.pids, postgres },
      counted: true,
      run: () => yardsticks.run('create'),
    },
    { name: 'sandbox', count: 20, ...own, run: () => sandbox(product, temporal) },
    { name: 'live', count: 16, ...own, run: () => live(product, temporal, pictures) },
    { name: 'same messages', count: 24, ...bare, counted: false, run: messages },
    {
      name: 'live, tiny pictures',
      count: 16,
      ...own,
      counted: false,
      run: () => live(product, temporal, tiny),
    },
  ];
}

async function measureKinds(
  product: Product,
  temporal: Client,
  kinds: readonly Kind[],
  { rounds, statementsFile }: CostOptions,
): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
  say('warming up');
  for (let warm = 0; warm < warmUps; warm += 1) for (const { run } of kinds) await run();
  await pause(commitsToldWithinMs);
  say(`idle for ${String(idleSeconds)} s`);
  const idle = await measureIdle(product, kinds);
  const counted = new Map<KindName, Counted>();
  for (const kind of kinds.filter((one) => one.counted)) {
    say(`counting ${kind.name}`);
    counted.set(kind.name, await countKind(product, kind, idle.counts));
  }
  const measured = new Map<KindName, Round[]>(kinds.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    say(`round ${String(round + 1)} of ${String(rounds)}`);
    for (const kind of kinds) {
      measured.get(kind.name)?.push(await measureRound(kind, idle.cpuMs));
    }
  }
  const costs: KindCost[] = [];
  for (const kind of kinds) {
    const of = counted.get(kind.name);
    const done = measured.get(kind.name) ?? [];
    costs.push({
      name: kind.name,
      counts: of?.counts ?? null,
      history: await historyOf(temporal, of?.ids.at(-1) ?? (await kind.run())),
      cpuMs: done.map(({ cpuMs }) => cpuMs),
      p50Ms: done.map(({ p50Ms }) => p50Ms),
    });
  }
  const targets = targetsOf(new Map(costs.map((cost) => [cost.name, cost])));
  for (const line of [
    ...targetLines(targets),
    '',
    ...costLines(costs),
    '',
    `idle service: ${figure(idle.counts.commits)} commits/s, ${figure(idle.counts.statements)} statements/s, CPU ms/s api ${figure(idle.cpuMs.api)}, worker ${figure(idle.cpuMs.worker)}, postgres ${figure(idle.cpuMs.postgres)}, temporal ${figure(idle.cpuMs.temporal)}`,
    `statements by pg_stat_statements (BEGIN and COMMIT included), commits by xact_commit, each less the idle rate; CPU of whole process trees less idle; ${String(rounds)} interleaved rounds, medians`,
  ]) {
    console.log(line);
  }
  if (statementsFile !== undefined) {
    const lines = [...counted].flatMap(([name, { top }]) => [`# ${name}`, ...statementLines(top)]);
    await writeFile(statementsFile, `${lines.join('\n')}\n`);
  }
}

interface Idle {
  readonly counts: Counts;
  readonly cpuMs: PerPart;
}

/** Per second, over a minute: the sweep comes once in each. */
async function measureIdle(product: Product, kinds: readonly Kind[]): Promise<Idle> {
  const pids = kinds[0]?.pids ?? product.pids;
  const [before, processes] = [await look(product), await readProcesses()];
  await pause(idleSeconds * 1_000);
  const [after, later] = [await look(product), await readProcesses()];
  const seconds = (after.atMs - before.atMs) / 1_000;
  const all = countsBetween(before, after);
  const used = partsOf(pids, processes, later);
  return {
    counts: {
      statements: all.statements / seconds,
      beginsAndEnds: all.beginsAndEnds / seconds,
      transactions: all.transactions / seconds,
      commits: all.commits / seconds,
      walBytes: all.walBytes / seconds,
    },
    cpuMs: perPart((part) => used[part] / seconds),
  };
}

async function historyOf(temporal: Client, id: string): Promise<History> {
  const { historyLength, historySize } = await temporal.workflow.getHandle(id).describe();
  return { events: historyLength, bytes: historySize ?? 0 };
}
