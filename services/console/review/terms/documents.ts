import type { DocumentType } from '../../../../shared/domain/documents/document-types';
import type { Translate } from '../texts';

const documentTypes = [
  'passport',
  'national_id',
  'drivers_license',
  'residence_permit',
] as const satisfies readonly DocumentType[];

/** A kind that this console does not know yet is shown by its name. */
export function documentText(type: string, t: Translate): string {
  const known = documentTypes.find((one) => one === type);
  return known === undefined ? type : t(`document.${known}`);
}
