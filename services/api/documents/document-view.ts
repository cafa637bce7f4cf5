import { z } from 'zod';
import type { DocumentRow } from '../../../shared/database/schema';
import { freeObject, idOf, instant } from '../http/answer-values';

/** An uploaded document as its uploader gets it back; where it lies is nobody's business. */
export const documentObject = z
  .strictObject({
    id: idOf('document'),
    session_id: idOf('session'),
    doc_type: z.string(),
    mime_type: z.string(),
    size_bytes: z.number().int(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    hints: freeObject.nullable(),
    created_at: instant,
  })
  .meta({ id: 'Document' });
export type DocumentView = z.output<typeof documentObject>;

export function documentView(row: DocumentRow): DocumentView {
  return {
    id: row.id,
    session_id: row.session_id,
    doc_type: row.doc_type,
    mime_type: row.mime_type,
    size_bytes: row.size_bytes,
    width: row.width,
    height: row.height,
    hints: row.hints,
    created_at: row.created_at,
  };
}
