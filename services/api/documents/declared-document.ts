import type { Transaction } from 'kysely';
import { allowedDocumentTypes } from '../../../shared/capture/requirements';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { DataRequirements } from '../../../shared/domain/graph/definition';
import { needsBack, type DocumentType } from '../../../shared/domain/documents/document-types';
import { appendStep } from '../../../shared/timeline/append-step';
import type { Actor } from '../../../shared/temporal/session-messages';
import { invalidField } from '../http/parse';

/** Which document it is, as the person chose or the integrator said; null: nobody said. */
export interface DeclaredDocument {
  readonly type: DocumentType | null;
  readonly country: string | null;
}

/**
 * One rule for the page's choice, for create and for uploads.
 *
 * @param field the one that names the type where it was said
 * @throws VerifaError validation_failed: the workflow does not accept that document
 */
export function requireAccepted(
  requirements: DataRequirements,
  { type, country }: DeclaredDocument,
  field: string,
): void {
  if (type === null || allowedDocumentTypes(requirements, country).includes(type)) return;
  throw invalidField(field, 'not_allowed', 'is not accepted here');
}

/** Writes it to the session, under its row lock, with a step of the timeline. */
export async function declareDocument(
  trx: Transaction<Database>,
  session: SessionRow,
  { type, country }: DeclaredDocument,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ document_type: type, document_country: country, updated_at: at })
    .where('id', '=', session.id)
    .execute();
  // The back of the document that was declared before is no part of this one.
  if (type !== null && !needsBack(type)) {
    await trx
      .updateTable('documents')
      .set({ superseded_at: at })
      .where('session_id', '=', session.id)
      .where('doc_type', '=', 'id_back')
      .where('superseded_at', 'is', null)
      .execute();
  }
  const detail = {
    ...(type === null ? {} : { document_type: type }),
    ...(country === null ? {} : { country }),
  };
  await appendStep(trx, session, { event: 'document_type_chosen', actor, detail, at });
}
