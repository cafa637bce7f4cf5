import { sql, type Kysely } from 'kysely';
import type { Captured, CurrentDocument } from '../../../shared/capture/captured-pieces';
import type { AskablePiece } from '../../../shared/domain/capture/asked-pieces';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { DocumentId } from '../../../shared/domain/ids';

/** A file of the person's that counts. Frames of liveness are for the judge only. */
export interface OwnDocument {
  readonly id: DocumentId;
  readonly piece: Exclude<AskablePiece, 'document_type' | 'liveness' | 'user_info'>;
  readonly mediaType: string;
}

/**
 * What came over a link of this session. An integrator's upload is not shown to whoever holds the link: it may
 * be of somebody whom the link did not reach yet.
 */
export async function ownDocuments(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'id'>,
  { current }: Pick<Captured, 'current'>,
): Promise<readonly OwnDocument[]> {
  const files = current.flatMap(fileOf);
  if (files.length === 0) return [];
  const uploaded = await db
    .selectFrom('timeline')
    .select(sql<string>`detail->>'document_id'`.as('document_id'))
    .where('session_id', '=', session.id)
    .where('event', '=', 'document_uploaded')
    .where('actor_kind', '=', 'person')
    .execute();
  const own = new Set(uploaded.map(({ document_id: id }) => id));
  return files.filter(({ id }) => own.has(id));
}

function fileOf({ id, doc_type: type, mime_type: mediaType }: CurrentDocument): OwnDocument[] {
  return type === 'liveness_frame' ? [] : [{ id, piece: type, mediaType }];
}
