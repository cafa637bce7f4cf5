import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { connectDatabase } from '../../shared/database/connect';
import { forensicsInWorkflowsMigration } from '../../shared/database/migrations/0037-forensics-in-workflows';
import type { Database } from '../../shared/database/schema';
import { documentAndSelfieWorkflow } from '../../shared/domain/graph/default-workflow';
import type { WorkflowDefinition } from '../../shared/domain/graph/definition';
import { parsed } from '../pure/graph/written';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { shippedBeforeAge } from './shipped-before-age';
import { namesBeforeForensics, shippedBeforeForensics } from './shipped-before-forensics';
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

/** What 0037 left; `high-risk` was changed by 0042 after it. */
function shippedAfter(name: (typeof namesBeforeForensics)[number]): WorkflowDefinition {
  if (name === 'document-and-selfie') return documentAndSelfieWorkflow;
  if (name === 'high-risk') return shippedBeforeAge();
  const result = parsed(JSON.parse(readFileSync(`deploy/workflows/${name}.json`, 'utf8')));
  if (!result.ok) throw new Error(name);
  return result.definition;
}

describe.each(namesBeforeForensics)('%s', (name) => {
  it.each(['live', 'sandbox'] as const)('as it was shipped, %s: a new version', async (owner) => {
    const before = shippedBeforeForensics(name);
    const id = await stored.store(before, { environment: owner, version: 3, stable: 3 });
    await forensicsInWorkflowsMigration.up(db);
    expect(await stored.standing(id)).toEqual({
      current_version: 4,
      stable_version: 4,
      definition: shippedAfter(name),
    });
    // What an attempt under way is judged by is still there, and still the same.
    const old = await db
      .selectFrom('workflow_versions')
      .select('definition')
      .where('workflow_id', '=', id)
      .where('version', '=', 3)
      .executeTakeFirstOrThrow();
    expect(old.definition).toEqual(before);
  });

  it('changed by anybody: it stays as it is', async () => {
    const before = shippedBeforeForensics(name);
    const requirements = { ...before.requirements, proofOfAddress: true };
    const id = await stored.store({ ...before, requirements });
    await forensicsInWorkflowsMigration.up(db);
    expect(await stored.standing(id)).toMatchObject({
      current_version: 1,
      definition: { requirements },
    });
  });
});

it('a version that is being rolled out is replaced, and the stable one stays', async () => {
  const id = await stored.store(shippedBeforeForensics('default'), { version: 2, stable: 1 });
  await forensicsInWorkflowsMigration.up(db);
  expect(await stored.standing(id)).toMatchObject({ current_version: 3, stable_version: 1 });
});

it('run again it changes nothing more', async () => {
  const id = await stored.store(shippedBeforeForensics('high-risk'));
  await forensicsInWorkflowsMigration.up(db);
  await forensicsInWorkflowsMigration.up(db);
  expect(await stored.standing(id)).toMatchObject({ current_version: 2 });
});
