import type { Kysely } from 'kysely';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { connectDatabase } from '../../shared/database/connect';
import { optionalChecksMigration } from '../../shared/database/migrations/0021-optional-checks';
import type { Database } from '../../shared/database/schema';
import type { WorkflowDefinition } from '../../shared/domain/graph/definition';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { shippedBeforeForensics } from './shipped-before-forensics';

/** As they were shipped when this migration was. */
const defaultWorkflow = shippedBeforeForensics('default');
const documentAndSelfieWorkflow = shippedBeforeForensics('document-and-selfie');

let database: TestDatabase;
let db: Kysely<Database>;
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  await bootstrapOrganization(db, () => new Date());
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

/** As it was stored before there was `optional`. */
function before({ graph, ...rest }: WorkflowDefinition): WorkflowDefinition {
  const nodes = graph.nodes.map((node) => {
    if (node.kind !== 'policy') return node;
    const { optional: _none, ...older } = node;
    return older;
  });
  return { ...rest, graph: { ...graph, nodes } };
}

async function store(isDefault: boolean, definition: WorkflowDefinition): Promise<void> {
  await db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify(definition) })
    .where('workflow_id', 'in', (eb) =>
      eb.selectFrom('workflows').select('id').where('is_default', '=', isDefault),
    )
    .execute();
}

const standing = () =>
  db
    .selectFrom('workflows')
    .innerJoin('workflow_versions', (join) =>
      join
        .onRef('workflow_id', '=', 'id')
        .onRef('workflow_versions.version', '=', 'workflows.current_version'),
    )
    .select(['current_version', 'stable_version', 'definition'])
    .where('environment', '=', 'live')
    .orderBy('is_default', 'desc')
    .execute();

it('a shipped definition gets a version that marks what is optional; the old one stays', async () => {
  await store(true, before(defaultWorkflow));
  await store(false, before(documentAndSelfieWorkflow));
  await optionalChecksMigration.up(db);
  expect(await standing()).toEqual([
    { current_version: 2, stable_version: 2, definition: defaultWorkflow },
    { current_version: 2, stable_version: 2, definition: documentAndSelfieWorkflow },
  ]);
  const old = await db
    .selectFrom('workflow_versions')
    .select('definition')
    .where('version', '=', 1)
    .execute();
  expect(old).toContainEqual({ definition: before(defaultWorkflow) });
});

it('what somebody changed is theirs: no version is added', async () => {
  const theirs = { ...before(defaultWorkflow), dualReview: true };
  await store(true, theirs);
  await store(false, before(documentAndSelfieWorkflow));
  await optionalChecksMigration.up(db);
  expect(await standing()).toMatchObject([
    { current_version: 1, stable_version: 1, definition: theirs },
    { current_version: 2 },
  ]);
});

it('a version that is being rolled out is replaced, and the stable one stays', async () => {
  await store(true, before(defaultWorkflow));
  await db.updateTable('workflows').set({ stable_version: 0, rollout_percentage: 10 }).execute();
  await optionalChecksMigration.up(db);
  expect((await standing())[0]).toMatchObject({ current_version: 2, stable_version: 0 });
});
