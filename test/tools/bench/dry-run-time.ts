import { z } from 'zod';
import { call } from '../../processes/api-caller';
import type { BenchStack } from './bench-stack';
import { median } from './measure';

const rounds = 5;

/** Seconds that a dry-run of the last `count` sessions takes, under a rule that the bench's person breaks. */
export async function dryRunSeconds(stack: BenchStack, count: number): Promise<number> {
  const api = `${stack.apiUrl}/api/v1`;
  const { key } = stack;
  const listed = await call('GET', `${api}/workflows`, { key });
  const [workflow] = z.array(z.object({ id: z.string() })).parse(listed.body['data']);
  if (workflow === undefined) throw new Error('no workflow');
  const json = {
    last: count,
    definition: { steps: [{ policy: 'age', config: { minimum_age: 100 } }] },
  };
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const answer = await call('POST', `${api}/workflows/${workflow.id}/dry-run`, { key, json });
    times.push((performance.now() - began) / 1_000);
    const totals = z.object({ judged: z.number(), differing: z.number() });
    const { judged, differing } = totals.parse(answer.body['totals']);
    if (judged !== count || differing !== count) throw new Error('not every session was judged');
  }
  return median(times);
}
