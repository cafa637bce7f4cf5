import { sql } from 'kysely';
import { z } from 'zod';
import { call } from '../../processes/api-caller';
import type { BenchStack } from './bench-stack';
import { measure } from './measure';

const sessions = 1_000_000;
const reads = 30;

const pageSchema = z.object({
  data: z.array(z.object({ id: z.string() })),
  pagination: z.object({ next: z.string().nullish() }),
});

/** A page of a million sessions: the first by offset, with its total, and one in the depth by cursor. */
export async function printList(stack: BenchStack): Promise<void> {
  const { apiUrl, key, db } = stack;
  const columns = await sql<{ name: string }>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_name = 'sessions' AND column_name NOT IN ('id', 'created_at')`.execute(db);
  const names = columns.rows.map(({ name }) => sql.ref(name));
  // Copies of one session, a second apart into the past.
  await sql`
    INSERT INTO sessions (id, created_at, ${sql.join(names)})
    SELECT 'ses_' || lpad(to_hex(n), 26, '0'), now() - n * interval '1 second', ${sql.join(names)}
    FROM (SELECT * FROM sessions WHERE status = 'completed' LIMIT 1) AS one,
      generate_series(1, ${sessions}) AS n`.execute(db);
  await sql`VACUUM (ANALYZE) sessions`.execute(db);
  const page = async (query: string): Promise<z.infer<typeof pageSchema>> => {
    const answer = await call('GET', `${apiUrl}/api/v1/sessions?limit=50&${query}`, { key });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return pageSchema.parse(answer.body);
  };
  const atMs = Date.now() - 900_000 * 1_000;
  const cursor = Buffer.from(JSON.stringify([atMs, `ses_${'z'.repeat(26)}`])).toString('base64url');
  if ((await page(`after=${cursor}`)).data.length !== 50) throw new Error('no page in the depth');
  const first = await measure(reads, 1, () => page('offset=0'));
  const newest = await measure(reads, 1, () => page('after='));
  const deep = await measure(reads, 1, () => page(`after=${cursor}`));
  console.log(
    `list of ${String(sessions)} sessions, 50 a page: offset 0 with total ${first.medianMs.toFixed(1)} ms, newest by cursor ${newest.medianMs.toFixed(1)} ms, 900,000 deep by cursor ${deep.medianMs.toFixed(1)} ms (medians); ratio deep : newest = ${(deep.medianMs / newest.medianMs).toFixed(2)}`,
  );
}
