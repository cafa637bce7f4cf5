import type { Client } from '@temporalio/client';
import { isId } from '../../../../shared/domain/ids';
import { median } from '../measure';
import { countKind, type Counted } from './counts';
import { measureRound, pause, type Round } from './cpu';
import { commitsToldWithinMs } from './database-counts';
import { measureIdle, pauseSchedules, type Idle } from './idle';
import type { Counts, History, Kind, KindCost, KindName } from './kind';
import type { LocalMemory, LocalStack } from './local-memory';
import type { CostOptions } from './options';
import type { Product } from './product';
import { create } from './session-kinds';
import type { Statement } from './statement-counts';
import { measureWebhooks, type WebhookCost } from './webhook-load';

export interface CostDeps {
  readonly product: Product;
  readonly temporal: Client;
  readonly kinds: readonly Kind[];
  /** Null: its memory is not asked for. */
  readonly local: LocalStack | null;
  readonly options: CostOptions;
}

export interface CostReport {
  readonly costs: readonly KindCost[];
  /** Statements of one session by kind, most called first. */
  readonly top: ReadonlyMap<KindName, readonly Statement[]>;
  /** With the schedules running, as a service that nobody uses. */
  readonly idle: Idle | null;
  readonly webhooks: WebhookCost | null;
  readonly memory: LocalMemory | null;
}

/** One sweep is in each. */
const idleSeconds = 60;
const quietSeconds = 15;
const settledAfterMs = 2_000;
const warmUps = { counts: 3, some: 8, all: 24 };
const historiesOfEach = 5;

/** Nobody but a yardstick is in its database. */
const none: Counts = {
  statements: 0,
  scopes: 0,
  beginsAndEnds: 0,
  transactions: 0,
  commits: 0,
  walBytes: 0,
};

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

/** Idle first, then counts, then CPU in interleaved rounds, then what would disturb those. */
export async function measureCost(deps: CostDeps): Promise<CostReport> {
  const { product, temporal, kinds, local, options } = deps;
  say('warming up');
  const whole = !options.counts && options.only === undefined;
  const warm = whole ? warmUps.all : options.counts ? warmUps.counts : warmUps.some;
  for (let time = 0; time < warm; time += 1) for (const { run } of kinds) await run();
  let idle: Idle | null = null;
  let memory: LocalMemory | null = null;
  if (whole) {
    await pause(commitsToldWithinMs);
    say(`idle for ${String(idleSeconds)} s`);
    idle = await measureIdle(product, idleSeconds);
    memory = (await local?.memory()) ?? null;
    await local?.stop();
  }
  await pauseSchedules(temporal);
  await pause(commitsToldWithinMs);
  const quiet = await measureIdle(product, quietSeconds);
  const counted =
    options.only === undefined ? await countKinds(deps, quiet) : new Map<KindName, Counted>();
  const measured = options.counts ? new Map<KindName, Round[]>() : await measureRounds(deps, quiet);
  const costs: KindCost[] = [];
  for (const { name, run } of kinds) {
    const rounds = measured.get(name) ?? [];
    costs.push({
      name,
      counts: counted.get(name)?.counts ?? null,
      history: await historyOf(temporal, rounds.at(-1)?.ids ?? [await settled(run)]),
      cpuMs: rounds.map(({ cpuMs }) => cpuMs),
      p50Ms: rounds.map(({ p50Ms }) => p50Ms),
    });
  }
  return {
    costs,
    top: new Map([...counted].map(([name, { top }]) => [name, top])),
    idle,
    webhooks: whole ? await deliver(product, quiet) : null,
    memory,
  };
}

/** Its workflow is started behind the answer. */
async function settled(run: () => Promise<string>): Promise<string> {
  const id = await run();
  await pause(settledAfterMs);
  return id;
}

async function countKinds(
  { product, kinds }: CostDeps,
  quiet: Idle,
): Promise<ReadonlyMap<KindName, Counted>> {
  const counted = new Map<KindName, Counted>();
  for (const kind of kinds) {
    if (kind.counted === null) continue;
    say(`counting ${kind.name}`);
    const idle = kind.counted === product.database ? quiet.counts : none;
    counted.set(kind.name, await countKind(product, kind, kind.counted, idle));
  }
  return counted;
}

async function measureRounds(
  { kinds, options }: CostDeps,
  quiet: Idle,
): Promise<Map<KindName, Round[]>> {
  const measured = new Map<KindName, Round[]>(kinds.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    say(`round ${String(round + 1)} of ${String(options.rounds)}`);
    for (const kind of kinds) {
      measured.get(kind.name)?.push(await measureRound(kind, quiet.cpuMs(kind.pids)));
    }
  }
  return measured;
}

async function deliver(product: Product, quiet: Idle): Promise<WebhookCost> {
  say('delivering webhooks');
  const session = await create(product);
  if (!isId('session', session)) throw new Error(`not a session: ${session}`);
  return measureWebhooks(product, session, quiet.cpuMs(product.pids));
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
