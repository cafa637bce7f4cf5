import { sql, type Kysely, type Migration } from 'kysely';
import { z } from 'zod';
import { sha256 } from '../../crypto/seal';
import { canonicalJson } from '../../domain/canonical-json';

/**
 * The definitions that were shipped before `optional`, as they are stored: the two of a new organisation and
 * those of `deploy/workflows`. SHA-256 of their canonical JSON.
 */
const shipped: ReadonlySet<string> = new Set([
  '5891008aec012485b38531f938cc038dfdd0678fcc28173cfbf4df2688bf9233', // the default
  '84e2badbb30712f9aeda6e8295647e4f246265931c37c0d61534a20f36f5cb6e', // document and selfie
  '27277a99b850ff2fe96dba20ad15bf9223a9b3032e12a4a582aee2cb87f27385', // document only
  'beba9142c07ea4ff54a6a9ba8416ba449fc7b76ce6af0fef8a46866727de87ab', // age gate
  'f6268c499e63c478075bebf950bf42fe921e38ab98801aca4fa32f3a8ab578f5', // high risk
]);
const needed: readonly unknown[] = ['document_ocr', 'face_match'];

const storedDefinition = z.looseObject({
  graph: z.looseObject({ nodes: z.array(z.looseObject({ kind: z.string() })) }),
});

/**
 * A subset of checks now sends a session to review where it leaves out a node that is not optional. Whoever
 * still has a shipped definition gets a new version of it that says which are, as a new organisation would;
 * what somebody wrote or changed is theirs to mark. Versions are immutable, so none is changed.
 */
export const optionalChecksMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<Current>`
      SELECT id, current_version, definition FROM workflows
      JOIN workflow_versions ON workflow_id = id AND version = current_version
      FOR UPDATE OF workflows`.execute(db);
    for (const { id, current_version: version, definition } of rows) {
      if (!shipped.has(sha256(canonicalJson(definition)).toString('hex'))) continue;
      const marked = JSON.stringify(withOptional(definition));
      await sql`INSERT INTO workflow_versions (workflow_id, version, definition, created_at)
        VALUES (${id}, ${version + 1}, ${marked}, now())`.execute(db);
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

function withOptional(definition: unknown): unknown {
  const { graph, ...rest } = storedDefinition.parse(definition);
  const nodes = graph.nodes.map((node) =>
    node.kind === 'policy' && !needed.includes(node['check']) ? { ...node, optional: true } : node,
  );
  return { ...rest, graph: { ...graph, nodes } };
}
