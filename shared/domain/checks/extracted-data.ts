import { z } from 'zod';
import { documentTypes } from '../documents/document-types';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What was read from the documents, as it is kept sealed beside the attempt. */
export const extractedDataSchema = z.object({
  document_type: z.enum([...documentTypes, 'other']),
  document_issuing_state: z.string(),
  last_name: z.string(),
  first_name: z.string(),
  document_number: z.string(),
  nationality: z.string(),
  date_of_birth: day.nullable(),
  /** What of it the document states, where it leaves the day, or day and month, open. */
  date_of_birth_partial: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/)
    .nullable()
    .optional(),
  gender: z.enum(['male', 'female', 'unspecified']),
  document_expiration_date: day.nullable(),
  document_issue_date: day.nullable().optional(),
});
export type ExtractedData = z.infer<typeof extractedDataSchema>;

/** What is known of a document, with corrections: a reviewer may have corrected what nothing was read of. */
export type KnownData = { readonly [F in keyof ExtractedData]?: ExtractedData[F] | undefined };

/** Field by field: what one field lacks is no reason to judge nothing of the others. */
export function readableData(extracted: Readonly<Record<string, unknown>>): KnownData {
  const known = Object.entries(extractedDataSchema.shape).filter(
    ([field, schema]) => field in extracted && schema.safeParse(extracted[field]).success,
  );
  return extractedDataSchema
    .partial()
    .parse(Object.fromEntries(known.map(([field]) => [field, extracted[field]])));
}
