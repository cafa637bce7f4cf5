import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { connectTemporalClient } from '../../../../shared/temporal/connect-client';
import { median } from '../measure';
import { countKind, type Counted } from './counts';
import { measureRound, pause, type Round } from './cpu';
import { commitsToldWithinMs } from './database-counts';
import { measureIdle, pauseSchedules } from './idle';
import type { Counts, History, Kind, KindCost, KindName, PerPart } from './kind';
import { kindsOf } from './kinds';
import { drawPictures, drawTinyPictures } from './pictures';
import { startProduct, type Product } from './product';
import { startCountingPostgres } from './records-postgres';
import { live } from './session-kinds';
import { statementLines } from './statement-lines';
import { costLines, figure, targetLines } from './table';
import { targetsOf } from './targets';
import { artifactDeps, startDevTemporal } from './temporal-server';
import { recordRows } from './yardstick/record-rows';
import { startYardsticks } from './yardstick/yardsticks';

export interface CostOptions {
  readonly rounds: number;
  /** Where the statements of one session are written to, most called first. */
  readonly statementsFile: string | undefined;
}

/** One sweep is in each. */
const idleSeconds = 60;
const quietSeconds = 15;
const warmUps = 24;
const historiesOfEach = 5;

/** Nobody but a yardstick is in its database. */
const none: Counts = { statements: 0, beginsAndEnds: 0, transactions: 0, commits: 0, walBytes: 0 };

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

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
    const temporal = connected.client;
    const [pictures, tiny] = [await drawPictures(), await drawTinyPictures()];
    await writeFile(join(product.folder, 'document.jpg'), pictures.document);
    await writeFile(join(product.folder, 'selfie.jpg'), pictures.selfie);
    const rowsFile = join(product.folder, 'rows.json');
    await recordRows(product.databaseUrl, product.copy.url, rowsFile, (at) =>
      live(product, temporal, pictures, at),
    );
    const yardsticks = await startYardsticks(product, rowsFile);
    stops.push(() => yardsticks.stop());
    const kinds = kindsOf({ product, yardsticks, temporal, pictures, tiny });
    await measureKinds(product, temporal, kinds, options);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function measureKinds(
  product: Product,
  temporal: Client,
  kinds: readonly Kind[],
  { rounds, statementsFile }: CostOptions,
): Promise<void> {
  say('warming up');
  for (let warm = 0; warm < warmUps; warm += 1) for (const { run } of kinds) await run();
  await pause(commitsToldWithinMs);
  say(`idle for ${String(idleSeconds)} s`);
  const idle = await measureIdle(product, idleSeconds);
  await pauseSchedules(temporal);
  await pause(commitsToldWithinMs);
  const quiet = await measureIdle(product, quietSeconds);
  const counted = new Map<KindName, Counted>();
  for (const kind of kinds) {
    if (kind.counted === null) continue;
    say(`counting ${kind.name}`);
    const idleCounts = kind.counted === product.database ? quiet.counts : none;
    counted.set(kind.name, await countKind(product, kind, kind.counted, idleCounts));
  }
  const measured = new Map<KindName, Round[]>(kinds.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    say(`round ${String(round + 1)} of ${String(rounds)}`);
    for (const kind of kinds) {
      measured.get(kind.name)?.push(await measureRound(kind, quiet.cpuMs(kind.pids)));
    }
  }
  const costs: KindCost[] = [];
  for (const { name } of kinds) {
    const done = measured.get(name) ?? [];
    costs.push({
      name,
      counts: counted.get(name)?.counts ?? null,
      history: await historyOf(temporal, done.at(-1)?.ids ?? []),
      cpuMs: done.map(({ cpuMs }) => cpuMs),
      p50Ms: done.map(({ p50Ms }) => p50Ms),
    });
  }
  for (const line of linesOf(costs, idle.counts, idle.cpuMs(product.pids), rounds))
    console.log(line);
  if (statementsFile !== undefined) {
    const lines = [...counted].flatMap(([name, { top }]) => [`# ${name}`, ...statementLines(top)]);
    await writeFile(statementsFile, `${lines.join('\n')}\n`);
  }
}

function linesOf(
  costs: readonly KindCost[],
  counts: Counts,
  cpuMs: PerPart,
  rounds: number,
): readonly string[] {
  return [
    ...targetLines(targetsOf(new Map(costs.map((cost) => [cost.name, cost])))),
    '',
    ...costLines(costs),
    '',
    `idle service: ${figure(counts.commits)} commits/s, ${figure(counts.statements)} statements/s, CPU ms/s api ${figure(cpuMs.api)}, worker ${figure(cpuMs.worker)}, postgres ${figure(cpuMs.postgres)}, temporal ${figure(cpuMs.temporal)}`,
    `statements by pg_stat_statements (BEGIN and COMMIT included), commits by xact_commit, each less the idle rate; CPU of whole process trees less idle; ${String(rounds)} interleaved rounds, medians`,
  ];
}

async function historyOf(temporal: Client, ids: readonly string[]): Promise<History> {
  const [events, bytes]: [number[], number[]] = [[], []];
  for (const id of ids.slice(-historiesOfEach)) {
    const { historyLength, historySize } = await temporal.workflow.getHandle(id).describe();
    events.push(historyLength);
    bytes.push(historySize ?? 0);
  }
  return { events: median(events), bytes: median(bytes) };
}
