import { everyOne } from './every-one';
import type { DocumentType } from '../../../../shared/domain/documents/document-types';
import type { Translate } from '../texts';

const documentTypes = everyOne<DocumentType>()([
  'passport',
  'national_id',
  'drivers_license',
  'residence_permit',
]);

/** A kind that this console does not know yet is shown by its name. */
export function documentText(type: string, t: Translate): string {
  const known = documentTypes.find((one) => one === type);
  return known === undefined ? type : t(`document.${known}`);
}
