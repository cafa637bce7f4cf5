import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { connectDatabase } from '../../shared/database/connect';
import { ageInHighRiskMigration } from '../../shared/database/migrations/0042-age-in-high-risk';
import type { Database } from '../../shared/database/schema';
import { documentAndSelfieWorkflow } from '../../shared/domain/graph/default-workflow';
import { parsed } from '../pure/graph/written';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { shippedBeforeAge } from './shipped-before-age';
import { storedWorkflows, type StoredWorkflows } from './stored-workflows';

let database: TestDatabase;
let db: Kysely<Database>;
let stored: StoredWorkflows;
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  stored = await storedWorkflows(db);
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

it.each(['live', 'sandbox'] as const)(
  'high-risk as it was shipped, %s: what is shipped now, as a new version, and the old one kept',
  async (environment) => {
    const shipped = parsed(JSON.parse(readFileSync('deploy/workflows/high-risk.json', 'utf8')));
    if (!shipped.ok) throw new Error('high-risk.json is no definition');
    const id = await stored.store(shippedBeforeAge(), { environment, version: 2, stable: 2 });
    await ageInHighRiskMigration.up(db);
    expect(await stored.standing(id)).toEqual({
      current_version: 3,
      stable_version: 3,
      definition: shipped.definition,
    });
    const old = await db
      .selectFrom('workflow_versions')
      .select('definition')
      .where('workflow_id', '=', id)
      .where('version', '=', 2)
      .executeTakeFirstOrThrow();
    expect(old.definition).toEqual(shippedBeforeAge());
  },
);

it('a version that is being rolled out is replaced, and the stable one stays', async () => {
  const id = await stored.store(shippedBeforeAge(), { version: 2, stable: 1 });
  await ageInHighRiskMigration.up(db);
  expect(await stored.standing(id)).toMatchObject({ current_version: 3, stable_version: 1 });
});

it('changed by anybody, or another workflow: it stays as it is', async () => {
  const before = shippedBeforeAge();
  const requirements = { ...before.requirements, proofOfAddress: true };
  const changed = await stored.store({ ...before, requirements });
  const other = await stored.store(documentAndSelfieWorkflow);
  await ageInHighRiskMigration.up(db);
  expect(await stored.standing(changed)).toMatchObject({ current_version: 1 });
  expect(await stored.standing(other)).toMatchObject({ current_version: 1 });
});

it('run again it changes nothing more', async () => {
  const id = await stored.store(shippedBeforeAge());
  await ageInHighRiskMigration.up(db);
  await ageInHighRiskMigration.up(db);
  expect(await stored.standing(id)).toMatchObject({ current_version: 2 });
});
