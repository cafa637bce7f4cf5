import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { bootstrapOrganization } from '../../shared/bootstrap/first-organization';
import { connectDatabase } from '../../shared/database/connect';
import { forensicsInWorkflowsMigration } from '../../shared/database/migrations/0037-forensics-in-workflows';
import type { Database, Environment } from '../../shared/database/schema';
import { documentAndSelfieWorkflow } from '../../shared/graph/default-workflow';
import type { WorkflowDefinition } from '../../shared/graph/definition';
import { newId, type OrganizationId, type WorkflowId } from '../../shared/ids';
import { parsed } from '../pure/graph/written';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { namesBeforeForensics, shippedBeforeForensics } from './shipped-before-forensics';

let database: TestDatabase;
let db: Kysely<Database>;
let organizationId: OrganizationId;
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  ({ organizationId } = await bootstrapOrganization(db, () => new Date()));
  await db.deleteFrom('workflow_versions').execute();
  await db.deleteFrom('workflows').execute();
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

interface Stored {
  readonly environment?: Environment;
  readonly version?: number;
  readonly stable?: number | null;
}

async function store(definition: WorkflowDefinition, how: Stored = {}): Promise<WorkflowId> {
  const id = newId('workflow');
  const { environment = 'live', version = 1, stable = null } = how;
  await db
    .insertInto('workflows')
    .values({
      id,
      organization_id: organizationId,
      environment,
      name: 'Stored',
      is_default: false,
      active: true,
      current_version: version,
      ...(stable === null ? {} : { stable_version: stable }),
      created_at: new Date(),
    })
    .execute();
  for (const one of stable === null || stable === version ? [version] : [stable, version]) {
    await db
      .insertInto('workflow_versions')
      .values({
        workflow_id: id,
        version: one,
        definition: JSON.stringify(definition),
        created_at: new Date(),
      })
      .execute();
  }
  return id;
}

async function standing(id: WorkflowId): Promise<unknown> {
  return db
    .selectFrom('workflows')
    .innerJoin('workflow_versions', (join) =>
      join
        .onRef('workflow_id', '=', 'id')
        .onRef('workflow_versions.version', '=', 'workflows.current_version'),
    )
    .select(['current_version', 'stable_version', 'definition'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

function shippedNow(name: (typeof namesBeforeForensics)[number]): WorkflowDefinition {
  if (name === 'document-and-selfie') return documentAndSelfieWorkflow;
  const result = parsed(JSON.parse(readFileSync(`deploy/workflows/${name}.json`, 'utf8')));
  if (!result.ok) throw new Error(name);
  return result.definition;
}

describe.each(namesBeforeForensics)('%s', (name) => {
  it.each(['live', 'sandbox'] as const)('as it was shipped, %s: a new version', async (owner) => {
    const before = shippedBeforeForensics(name);
    const id = await store(before, { environment: owner, version: 3, stable: 3 });
    await forensicsInWorkflowsMigration.up(db);
    expect(await standing(id)).toEqual({
      current_version: 4,
      stable_version: 4,
      definition: shippedNow(name),
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
    const id = await store({ ...before, requirements });
    await forensicsInWorkflowsMigration.up(db);
    expect(await standing(id)).toMatchObject({ current_version: 1, definition: { requirements } });
  });
});

it('a version that is being rolled out is replaced, and the stable one stays', async () => {
  const id = await store(shippedBeforeForensics('default'), { version: 2, stable: 1 });
  await forensicsInWorkflowsMigration.up(db);
  expect(await standing(id)).toMatchObject({ current_version: 3, stable_version: 1 });
});

it('run again it changes nothing more', async () => {
  const id = await store(shippedBeforeForensics('high-risk'));
  await forensicsInWorkflowsMigration.up(db);
  await forensicsInWorkflowsMigration.up(db);
  expect(await standing(id)).toMatchObject({ current_version: 2 });
});
