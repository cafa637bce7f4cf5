import type { DocumentRow } from '../../../shared/database/schema';

/** An uploaded document as its uploader gets it back; where it lies is nobody's business. */
export interface DocumentView {
  readonly id: string;
  readonly session_id: string;
  readonly doc_type: DocumentRow['doc_type'];
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly hints: Readonly<Record<string, unknown>> | null;
  readonly created_at: Date;
}

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
