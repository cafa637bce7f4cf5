export const documentTypes = [
  'passport',
  'drivers_license',
  'national_id',
  'residence_permit',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A back is asked for where the document has something to read there (`3-capture.md`). */
export function needsBack(type: DocumentType): boolean {
  return type !== 'passport';
}
