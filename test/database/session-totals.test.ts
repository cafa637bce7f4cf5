import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { addUpTotals } from '../../activities/session/add-up-totals';
import { countSessions } from '../../services/api/sessions/count-sessions';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { decisions } from '../../shared/domain/lifecycle/event';
import { sessionStatuses } from '../../shared/domain/lifecycle/state';
import type { OrganizationId } from '../../shared/domain/ids';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { generatedId, generateRows } from './generated-rows';

let database: TestDatabase;
let db: Kysely<Database>;
let organizationId: OrganizationId;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 4 });
  ({ organizationId } = await bootstrapOrganization(db, () => new Date()));
  await generateRows(db, { organizationId, sessions: 60 });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const beat = () => undefined;
const change = fc.record({
  session: fc.integer({ min: 1, max: 60 }),
  status: fc.constantFrom(...sessionStatuses),
  result: fc.constantFrom(null, ...decisions),
  country: fc.constantFrom(null, 'NL', 'MT'),
  isUndone: fc.boolean(),
  then: fc.constantFrom('nothing', 'add up', 'add up twice at once'),
});
const kind = fc.record(
  {
    status: fc.uniqueArray(fc.constantFrom(...sessionStatuses), { minLength: 1 }),
    result: fc.constantFrom('any' as const, ...decisions),
    country: fc.constantFrom('NL', 'MT'),
    workflowId: fc.constantFrom(generatedId('wfl_', 7), generatedId('wfl_', 8)),
  },
  { requiredKeys: [] },
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

async function carryOut({ session, isUndone, then, ...set }: Change): Promise<void> {
  const id = generatedId('ses_', session);
  const work = db.transaction().execute(async (trx) => {
    await sql`UPDATE sessions SET status = ${set.status}, result = ${set.result},
      country = ${set.country} WHERE id = ${id}`.execute(trx);
    if (isUndone) throw new Error('undone');
  });
  if (isUndone) await expect(work).rejects.toThrow('undone');
  else await work;
  if (then === 'nothing') return;
  const times = then === 'add up' ? 1 : 2;
  await Promise.all(Array.from({ length: times }, () => addUpTotals(db, beat)));
}

test('whatever changes, is undone or is added up, totals are what counting gives', async () => {
  const caller = { organizationId, environment: 'live' } as const;
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 12 }),
      fc.array(kind),
      async (changes, kinds) => {
        for (const one of changes) await carryOut(one);
        for (const asked of [{}, ...kinds]) {
          const { status, result, country, workflowId } = asked as Partial<
            Parameters<typeof countSessions>[2]
          >;
          const { count } = await db
            .selectFrom('sessions')
            .select((e) => e.fn.countAll<string>().as('count'))
            .where('organization_id', '=', organizationId)
            .where('environment', '=', 'live')
            .$if(status !== undefined, (q) => q.where('status', 'in', [...(status ?? [])]))
            .$if(result === 'any', (q) => q.where('result', 'is not', null))
            .$if(result !== undefined && result !== 'any', (q) =>
              q.where(sql<boolean>`result = ${result}`),
            )
            .$if(country !== undefined, (q) => q.where(sql<boolean>`country = ${country}`))
            .$if(workflowId !== undefined, (q) =>
              q.where(sql<boolean>`workflow_id = ${workflowId}`),
            )
            .executeTakeFirstOrThrow();
          expect(await countSessions(db, caller, asked)).toBe(Number(count));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a deleted row is counted no more, and added-up changes leave no row', async () => {
  const caller = { organizationId, environment: 'live' } as const;
  const before = await countSessions(db, caller, {});
  for (const table of ['results', 'cases', 'list_items', 'webhook_deliveries'] as const) {
    await db.deleteFrom(table).execute();
  }
  await sql`DELETE FROM sessions WHERE id = ${generatedId('ses_', 1)}`.execute(db);
  expect(await countSessions(db, caller, {})).toBe(before - 1);
  await addUpTotals(db, beat);
  expect(await db.selectFrom('session_total_changes').selectAll().execute()).toEqual([]);
  expect(await countSessions(db, caller, {})).toBe(before - 1);
});
