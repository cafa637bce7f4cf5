import type { IdDocumentFilterConfig } from '../check-config';
import type { CheckOutcome } from '../outcome';
import type { DocumentType } from '../../documents/document-types';
import type { DocumentFields } from '../document-fields';
import { alpha3 } from '../../countries/states';

/** What the person said the document is; nothing where nothing was asked. */
export interface DeclaredDocument {
  readonly documentType?: DocumentType;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export function declaredDocument(
  documentType: DocumentType | null,
  country: string | null,
): DeclaredDocument {
  return {
    ...(documentType === null ? {} : { documentType }),
    ...(country === null ? {} : { country }),
  };
}

/** `id_document_filter`: the type and the issuer as the document itself says, not as was declared. */
export function judgeDocumentFilter(
  fields: Pick<DocumentFields, 'document_type' | 'document_issuing_state'>,
  config: IdDocumentFilterConfig,
  declared: DeclaredDocument = {},
): CheckOutcome {
  const type = fields.document_type;
  const issuer = alpha3(fields.document_issuing_state);
  const { allowed_types: types, allowed_countries: countries } = config;
  const reasons = [
    ...(type === 'other' || (types !== undefined && !types.includes(type))
      ? ['document_type_not_allowed']
      : []),
    ...(countries !== undefined && !countries.map(alpha3).includes(issuer)
      ? ['issuing_country_not_allowed']
      : []),
    ...(declared.documentType !== undefined && declared.documentType !== type
      ? ['document_type_mismatch']
      : []),
    ...(declared.country !== undefined && alpha3(declared.country) !== issuer
      ? ['issuing_country_mismatch']
      : []),
  ];
  return {
    check: 'id_document_filter',
    status: reasons.length === 0 ? 'passed' : 'failed',
    score: null,
    reasons,
    engine: 'rules',
    engineVersion: '1',
  };
}
