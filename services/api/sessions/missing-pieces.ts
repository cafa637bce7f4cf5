import type { Kysely } from 'kysely';
import type { Database, SessionRow, StoredDocType } from '../../../shared/database/schema';
import { type WorkflowDefinition } from '../../../shared/graph/definition';
import { needsBack } from '../../../shared/graph/document-types';
import { onlyChecks } from '../../../shared/graph/only-checks';
import { checksOf } from '../../../shared/graph/walk';

/**
 * What the integrator's way asks for (`3-capture.md`): the document's front, its back where the type
 * has one, the selfie where faces are compared; and no more. Of a resubmission, the pieces that the
 * reviewer named have to be new ones.
 */
export async function missingPieces(
  db: Kysely<Database>,
  session: SessionRow,
): Promise<readonly StoredDocType[]> {
  const [{ definition }, documents] = await Promise.all([
    db
      .selectFrom('workflow_versions')
      .select('definition')
      .where('workflow_id', '=', session.workflow_id)
      .where('version', '=', session.workflow_version)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('documents')
      .select(['doc_type', 'capture'])
      .where('session_id', '=', session.id)
      .where('superseded_at', 'is', null)
      .execute(),
  ]);
  return requiredPieces(session, definition).filter((piece) => {
    const asked = session.required_pieces?.includes(piece) ?? false;
    return !documents.some(
      (document) => document.doc_type === piece && (!asked || document.capture === session.capture),
    );
  });
}

function requiredPieces(
  session: SessionRow,
  definition: WorkflowDefinition,
): readonly StoredDocType[] {
  const graph = onlyChecks(definition.graph, session.checks);
  const matchesFaces = checksOf(graph).some((node) => node.check === 'face_match');
  const hasBack = session.document_type !== null && needsBack(session.document_type);
  return [
    'id_front',
    ...(hasBack ? (['id_back'] as const) : []),
    ...(matchesFaces ? (['selfie'] as const) : []),
  ];
}
