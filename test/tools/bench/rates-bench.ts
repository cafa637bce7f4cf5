import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { bareQueue, startBenchStack, type BenchStack } from './bench-stack';
import { dryRunSeconds } from './dry-run-time';
import { printHistory } from './history-kinds';
import { printList } from './list-time';
import { measure, median, type Measured } from './measure';
import { straightThrough } from './straight-through';
import { printWebhook } from './webhook-time';

const rounds = 5;
const perRound = 40;
const atOnce = 10;

/**
 * `npm run bench -- rates`: what is judged by time and not by CPU, all in one process: rates beside bare
 * workflows, a dry run beside the first processing, a first try beside a dead endpoint, pages of a long list.
 */
export async function benchRates(): Promise<void> {
  const stack = await startBenchStack();
  try {
    const picture = await sharp({
      create: { width: 800, height: 600, channels: 3, background: '#808080' },
    })
      .jpeg()
      .toBuffer();
    const last = await straightThrough(stack, picture);
    await bareRun(stack);
    const sessions: Measured[] = [];
    const bare: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      sessions.push(await measure(perRound, atOnce, () => straightThrough(stack, picture)));
      bare.push(await measure(perRound, atOnce, () => bareRun(stack)));
    }
    print('session, create to result', sessions);
    print('bare workflow, one update and one activity', bare);
    const ratios = sessions.map((one, index) => one.perSecond / (bare[index]?.perSecond ?? 1));
    console.log(
      `ratio of rates, session : bare = ${median(ratios).toFixed(3)} (rounds ${ratios.map((ratio) => ratio.toFixed(3)).join(', ')})`,
    );
    await printDryRun(stack, median(sessions.map(({ perSecond }) => perSecond)));
    await printWebhook(stack);
    await printHistory(stack, last);
    await printList(stack);
  } finally {
    await stack.stop();
  }
}

async function bareRun({ temporal }: BenchStack): Promise<void> {
  const handle = await temporal.workflow.start('bareWorkflow', {
    taskQueue: bareQueue,
    workflowId: `bare-${randomUUID()}`,
  });
  await handle.executeUpdate('go');
}

function print(name: string, runs: readonly Measured[]): void {
  const of = (pick: (run: Measured) => number): string => median(runs.map(pick)).toFixed(1);
  console.log(
    `${name}: ${of((run) => run.perSecond)} a second, latency median ${of((run) => run.medianMs)} ms, 95 % ${of((run) => run.p95Ms)} ms (${String(atOnce)} at once, medians of ${String(rounds)} rounds of ${String(perRound)})`,
  );
}

/** Engines take no time here, so that the first processing is as short as it can ever be. */
async function printDryRun(stack: BenchStack, perSecond: number): Promise<void> {
  const count = rounds * perRound;
  const [first, again] = [count / perSecond, await dryRunSeconds(stack, count)];
  console.log(
    `ratio dry-run : first processing of ${String(count)} sessions = ${(again / first).toFixed(3)} (${again.toFixed(2)} s : ${first.toFixed(2)} s; target below 0.1)`,
  );
}
