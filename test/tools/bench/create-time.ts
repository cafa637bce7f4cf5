import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { call } from '../../processes/api-caller';
import { bareQueue, type BenchStack } from './bench-stack';
import { measure, median } from './measure';

const rounds = 5;
const perRound = 40;
const atOnce = 4;

/**
 * A create beside what it cannot do without: one commit in Postgres and one workflow started in Temporal,
 * in turn, in the same run. The rest is checking the key, the data key, the link, the QR code, HTTP.
 */
export async function printCreate(stack: BenchStack): Promise<void> {
  const { apiUrl, key, db, temporal } = stack;
  await sql`CREATE TABLE IF NOT EXISTS bench_floor (id uuid PRIMARY KEY)`.execute(db);
  const create = async (): Promise<void> => {
    const answer = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json: {} });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  };
  const floor = async (): Promise<void> => {
    const id = randomUUID();
    await sql`INSERT INTO bench_floor VALUES (${id})`.execute(db);
    await temporal.workflow.start('bareWorkflow', {
      taskQueue: bareQueue,
      workflowId: `floor-${id}`,
    });
  };
  const [creates, floors]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    creates.push((await measure(perRound, atOnce, create)).medianMs);
    floors.push((await measure(perRound, atOnce, floor)).medianMs);
  }
  const [created, least] = [median(creates), median(floors)];
  console.log(
    `ratio create : floor = ${(created / least).toFixed(2)} (p50 ${created.toFixed(1)} ms : ${least.toFixed(1)} ms for one commit and one workflow start, ${String(atOnce)} at once)`,
  );
}
