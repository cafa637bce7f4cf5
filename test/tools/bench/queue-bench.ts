import type { Kysely } from 'kysely';
import {
  caseFilters,
  caseSort,
  filterCases,
  orderOf,
  soughtCases,
} from '../../../services/api/cases/case-filters';
import { countQueue } from '../../../services/api/cases/count-queue';
import { readList } from '../../../services/api/http/read-list';
import { pageQuery } from '../../../services/api/http/pagination';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { connectDatabase, connectScoped } from '../../../shared/database/connect';
import { tenantScope } from '../../../shared/database/scope';
import { createTenancy } from '../../../shared/database/tenancy';
import type { Database } from '../../../shared/database/schema';
import { z } from 'zod';
import { generatedId, generateRows } from '../../database/generated-rows';
import { createTestDatabase } from '../../stack/database';
import { startTestPostgres } from '../../stack/servers';
import { cpuOf } from './growth/cpu';
import { withoutIndexes } from './without-indexes';

const calls = 10;
const goalMs = 100;
const openCases = 10_000;
const query = z.object({ ...pageQuery, ...caseFilters, sort: caseSort.default('oldest') });

const alone = [
  'status=open',
  'status=escalated',
  'status=approved,rejected,closed',
  `assignee=usr_${'7'.padStart(26, '0')}`,
  'assignee=none',
  'age=red',
  'age=green',
  `workflow_id=${generatedId('wfl_', 7)}`,
  `workflow_id=${generatedId('wfl_', 8)}`,
  'country=MT',
  'country=NL',
  'signal=tor_exit',
  'signal=timezone_mismatch',
  'tag=rare',
  'tag=often',
  'q=customer-77',
  'q=customer-77777',
];
const sorts = ['oldest', 'newest', 'riskiest'];

/** `npm run bench -- queue [sessions]`: what a page of the reviewers' queue costs Postgres over so many rows. */
export async function benchQueue([given = '1000000']: readonly string[]): Promise<void> {
  const sessions = Number(given);
  const postgres = await startTestPostgres();
  const database = await createTestDatabase(postgres.environment);
  const owner = connectDatabase({ url: database.url, maxConnections: 1 });
  const tenancy = createTenancy();
  // Behind the wall, as the API asks: Postgres takes fewer indexes there.
  const scoped = connectScoped({ url: database.url, maxConnections: 1 }, tenancy);
  try {
    const { organizationId } = await bootstrapOrganization(owner, () => new Date());
    const openOneIn = sessions / openCases;
    await withoutIndexes(owner, ['sessions', 'results', 'cases', 'case_marks'], () =>
      generateRows(owner, { organizationId, sessions, openOneIn, onlyCases: true }),
    );
    const caller = { organizationId, environment: 'live' } as const;
    const now = new Date();
    console.log(
      `the queue of ${String(sessions)} sessions, ${String(openCases)} open cases: CPU ms of Postgres a page of 50 by cursor (goal ${String(goalMs)})`,
    );
    const filters = alone.flatMap((filter) =>
      filter.startsWith('status=') ? [filter] : [filter, `${filter}&status=open`],
    );
    const texts = sorts.flatMap((sort) => ['', ...filters].map((one) => `sort=${sort}&${one}`));
    await tenancy.within(tenantScope(caller), async () => {
      const { db } = scoped;
      for (const text of texts) {
        const wish = query.parse(Object.fromEntries(new URLSearchParams(`${text}&after=`)));
        const { q, ...filters } = wish;
        const page = async () =>
          readList(
            filterCases(await soughtCases(db, caller, q), filters, now),
            orderOf(wish.sort),
            wish,
          );
        await print(db, text, page);
      }
      const mine = generatedId('usr_', 7);
      await print(db, 'stats', () => countQueue(db, caller, { mine, now }));
    });
  } finally {
    await scoped.close();
    await owner.destroy();
    await database.drop();
    await postgres.stop();
  }
}

async function print(
  db: Kysely<Database>,
  name: string,
  call: () => Promise<unknown>,
): Promise<void> {
  const { postgresMs } = await cpuOf(db, calls, call);
  const verdict = postgresMs <= goalMs ? '' : '  MISSED';
  console.log(`  ${name.padEnd(64)} ${postgresMs.toFixed(1)}${verdict}`);
}
