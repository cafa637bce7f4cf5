import { sql, type Kysely, type Migration } from 'kysely';
import { z } from 'zod';
import { sha256 } from '../../crypto/seal';
import { canonicalJson } from '../../domain/canonical-json';

/** `deploy/workflows/high-risk.json` as 0037 left it: SHA-256 of its canonical JSON. */
const shipped = '70645a3094938325beac6849ec62e6bc34cc06e8c9be930d705847b65fb9c87e';

const storedNode = z.looseObject({ id: z.string() });
const storedDefinition = z.looseObject({
  graph: z.looseObject({ nodes: z.array(storedNode) }),
});

const age = {
  kind: 'policy',
  id: 'age',
  check: 'age',
  config: { minimum_age: 18 },
  optional: true,
  routes: { passed: 'liveness', failed: 'rejected', skipped: 'review' },
};
const expirationRoutes = { passed: 'age', failed: 'rejected', skipped: 'review' };

/**
 * The high-risk example asks the age, as the default does: a child was approved by it. Whoever still has it as it
 * was shipped gets that as a new version; what somebody wrote or changed is theirs.
 */
export const ageInHighRiskMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<Current>`
      SELECT id, current_version, definition FROM workflows
      JOIN workflow_versions ON workflow_id = id AND version = current_version
      FOR UPDATE OF workflows`.execute(db);
    for (const { id, current_version: version, definition } of rows) {
      if (sha256(canonicalJson(definition)).toString('hex') !== shipped) continue;
      const { graph, ...rest } = storedDefinition.parse(definition);
      const nodes = graph.nodes.flatMap((node) =>
        node.id === 'document_expiration' ? [{ ...node, routes: expirationRoutes }, age] : [node],
      );
      const changed = JSON.stringify({ ...rest, graph: { ...graph, nodes } });
      await sql`INSERT INTO workflow_versions (workflow_id, version, definition, created_at)
        VALUES (${id}, ${version + 1}, ${changed}, now())`.execute(db);
      await sql`UPDATE workflows SET current_version = ${version + 1},
        stable_version = CASE stable_version WHEN ${version} THEN ${version + 1} ELSE stable_version END
        WHERE id = ${id}`.execute(db);
    }
  },
};

interface Current {
  readonly id: string;
  readonly current_version: number;
  readonly definition: unknown;
}
