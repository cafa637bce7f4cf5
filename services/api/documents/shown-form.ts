import { z } from 'zod';
import type { DocumentRow } from '../../../shared/database/schema';
import type { ApiResponse } from '../http/call';
import { invalidField, parsePart } from '../http/parse';
import { thumbnailWidth } from './thumbnail';

type ShownDocument = Pick<DocumentRow, 'doc_type' | 'mime_type' | 'size_bytes'>;

/** The form of the answer is no part of what is signed, for it opens nothing more. */
export const shownForm = z.object({
  /** `inline`: in place, for a page of ours; of pictures only. */
  disposition: z.enum(['attachment', 'inline']).default('attachment'),
  /** A JPEG of at most this width; of pictures only. */
  width: thumbnailWidth(1024),
});
export type ShownForm = z.output<typeof shownForm>;
const thumbnailType = 'image/jpeg';

/** @throws VerifaError validation_failed for a form that this document has not */
export function wishedForm(
  document: ShownDocument,
  query: Readonly<Record<string, unknown>>,
): ShownForm {
  const wished = parsePart(shownForm, { disposition: query['disposition'], width: query['width'] });
  if (document.mime_type.startsWith('image/')) return wished;
  if (wished.width !== undefined) throw invalidField('width', 'no_image', 'is for images only');
  if (wished.disposition === 'attachment') return wished;
  throw invalidField('disposition', 'no_image', 'is attachment for all but images');
}

/** A stranger's file: run by nobody, kept by no cache, of the type that we judged. */
export function describeShown(
  response: ApiResponse,
  document: ShownDocument,
  { disposition, width }: ShownForm,
): ApiResponse {
  response.status(200).set({
    'Content-Type': width === undefined ? document.mime_type : thumbnailType,
    'Content-Disposition': `${disposition}; filename="${document.doc_type}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  if (width === undefined) response.set('Content-Length', String(document.size_bytes));
  return response;
}
