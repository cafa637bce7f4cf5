import { sql, type Kysely, type Migration } from 'kysely';
import { z } from 'zod';
import { sha256 } from '../../crypto/seal';
import { canonicalJson } from '../../domain/canonical-json';

type Node = z.infer<typeof storedNode>;
interface Definition {
  readonly requirements: Readonly<Record<string, unknown>>;
  readonly graph: { readonly start: string; readonly nodes: readonly Node[] };
}

const storedNode = z.looseObject({ kind: z.string(), id: z.string() });
const storedDefinition = z.looseObject({
  requirements: z.looseObject({}),
  graph: z.looseObject({ start: z.string(), nodes: z.array(storedNode) }),
});

/** The definitions that were shipped until now, as they are stored: SHA-256 of their canonical JSON. */
const shipped: ReadonlyMap<string, (definition: Definition) => Definition> = new Map([
  // The default, and document and selfie.
  ['18462a4327a6aa5c32c85a78559a6f6aa63f711f505744f79d45ef4534a4bb07', whereLooksLead],
  ['2176b7b0df6e6d08ba4b707c086313f1856ba4249685fe15c0f30cc85890a3c4', whereLooksLead],
  // Document only, age gate, high risk.
  ['3e58ced9aabfba88f6492f70b82da29702a1e4bebfe1631a1e4b669b22987d70', whereLooksLead],
  ['a5415e615c542a7e19190b0f3b34c3d17b0bd2b2f79cacc7bbe545c513efb1ef', unknownAgeToReview],
  ['a8858582dd3eb5e90e83dc73067924c9b6998c67a69cef3d763e721c6ffd425d', livenessToo],
]);

/**
 * The shipped workflows look for traces of forgery, and send to a person whose face could not be compared.
 * Whoever still has one as it was shipped, live or in the sandbox, gets that as a new version; what somebody
 * wrote or changed is theirs. Versions are immutable: an attempt keeps the one it is judged by.
 */
export const forensicsInWorkflowsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<Current>`
      SELECT id, current_version, definition FROM workflows
      JOIN workflow_versions ON workflow_id = id AND version = current_version
      FOR UPDATE OF workflows`.execute(db);
    for (const { id, current_version: version, definition } of rows) {
      const change = shipped.get(sha256(canonicalJson(definition)).toString('hex'));
      if (change === undefined) continue;
      const changed = JSON.stringify(change(storedDefinition.parse(definition)));
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

/** Forensics behind the reading; a face that was compared with none goes to review. */
function whereLooksLead(definition: Definition): Definition {
  return changeNodes(definition, (node) => {
    switch (node.id) {
      case 'document_ocr':
        return [
          routed(node, { passed: 'document_forensics' }),
          policy('document_forensics', passedOf(node)),
        ];
      case 'face_match':
        return [routed(node, { failed: faceCompared.id }), faceCompared];
      default:
        return [node];
    }
  });
}

function unknownAgeToReview(definition: Definition): Definition {
  const unknown = { field: 'extracted.age', operator: 'exists', value: false, to: 'review' };
  return changeNodes(whereLooksLead(definition), (node) => [
    node.id === 'adult_us' ? withCondition(node, unknown) : node,
  ]);
}

function livenessToo(definition: Definition): Definition {
  const { requirements, ...rest } = changeNodes(whereLooksLead(definition), (node) => {
    switch (node.id) {
      case 'document_forensics':
        return [
          routed(node, { passed: 'id_document_filter' }),
          policy('id_document_filter', passedOf(node)),
        ];
      case 'document_expiration':
        return [routed(node, { passed: 'liveness' }), policy('liveness', passedOf(node))];
      case 'identity_crossref':
        return [routed(node, { skipped: 'review' })];
      default:
        return [node];
    }
  });
  return { ...rest, requirements: { ...requirements, liveness: true } };
}

const faceCompared: Node = {
  kind: 'conditional',
  id: 'face_compared',
  conditions: [
    { field: 'checks.face_match.score', operator: 'exists', value: true, to: 'rejected' },
  ],
  otherwise: 'review',
};

function policy(check: string, passed: string): Node {
  const routes = { passed, failed: 'review', skipped: 'review' };
  return { kind: 'policy', id: check, check, config: {}, optional: true, routes };
}

function changeNodes(
  { graph, ...rest }: Definition,
  change: (node: Node) => readonly Node[],
): Definition {
  return { ...rest, graph: { ...graph, nodes: graph.nodes.flatMap(change) } };
}

const routes = z.looseObject({ passed: z.string() });

function passedOf(node: Node): string {
  return routes.parse(node['routes']).passed;
}

function routed(node: Node, changed: Readonly<Record<string, string>>): Node {
  return { ...node, routes: { ...routes.parse(node['routes']), ...changed } };
}

function withCondition(node: Node, condition: Readonly<Record<string, unknown>>): Node {
  const conditions = z.array(z.unknown()).parse(node['conditions']);
  return { ...node, conditions: [...conditions, condition] };
}
