import type { Kysely } from 'kysely';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import type { Database } from '../../shared/database/schema';
import type { Environment } from '../../shared/domain/environment';
import type { WorkflowDefinition } from '../../shared/domain/graph/definition';
import { newId, type WorkflowId } from '../../shared/domain/ids';

interface Stored {
  readonly environment?: Environment;
  readonly version?: number;
  readonly stable?: number | null;
}

/** Workflows as they lie in the database, for migrations that change them. */
export interface StoredWorkflows {
  store(definition: WorkflowDefinition, how?: Stored): Promise<WorkflowId>;
  /** Versions and definition that new sessions get. */
  standing(id: WorkflowId): Promise<unknown>;
}

/** One organisation, with no workflow yet. */
export async function storedWorkflows(db: Kysely<Database>): Promise<StoredWorkflows> {
  const { organizationId } = await bootstrapOrganization(db, () => new Date());
  await db.deleteFrom('workflow_versions').execute();
  await db.deleteFrom('workflows').execute();
  return {
    async store(definition, how = {}) {
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
    },
    async standing(id) {
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
    },
  };
}
