import type { StatedFields } from '../../applicant/stated-field';
import type { DocumentType } from '../../documents/document-types';
import {
  ageConfigSchema,
  idDocumentFilterConfigSchema,
  identityCrossrefConfigSchema,
} from '../check-config';
import { extractedDataSchema, type KnownData } from '../extracted-data';
import type { CheckName, CheckOutcome } from '../outcome';
import { judgeAge } from './age';
import { compareFields } from './compare-fields';
import { judgeExpiration } from './document-expiration';
import { declaredDocument, judgeDocumentFilter } from './id-document-filter';
import { judgeCrossref } from './judge-crossref';

/** What was read in an attempt as it counts now, reviewers' corrections included, and what it is held against. */
export interface ReadRecord {
  readonly extracted: KnownData | null;
  readonly documentType: DocumentType | null;
  /** ISO 3166-1 alpha-2, as declared beside the type. */
  readonly documentCountry: string | null;
  /** The organisation's calendar day of the attempt. */
  readonly today: string;
  /** Opened only when it is asked for. */
  readonly stated: () => { readonly known: StatedFields; readonly typed: StatedFields };
}

/** Null: too little was read to say. */
type RuleOverRead = (
  read: ReadRecord,
  config: Readonly<Record<string, unknown>>,
) => CheckOutcome | null;

/**
 * The checks that are rules over read fields alone. The dry-run and a corrected case ask these same functions:
 * written twice they had differed, and a corrected name had made `issued_in_future` pass.
 */
export const rulesOverRead = {
  age({ extracted, today }, config) {
    const day = extracted?.date_of_birth;
    if (day === undefined) return null;
    const birth = { date_of_birth: day, date_of_birth_partial: extracted?.date_of_birth_partial };
    return judgeAge(birth, ageConfigSchema.parse(config), today).outcome;
  },

  document_expiration({ extracted, today }) {
    const day = extracted?.document_expiration_date;
    if (day === undefined) return null;
    const issued = extracted?.document_issue_date;
    return judgeExpiration(
      {
        document_expiration_date: day,
        ...(issued === undefined ? {} : { document_issue_date: issued }),
      },
      today,
    );
  },

  id_document_filter({ extracted, documentType, documentCountry }, config) {
    const { document_type: type, document_issuing_state: issuer } = extracted ?? {};
    if (type === undefined || issuer === undefined) return null;
    return judgeDocumentFilter(
      { document_type: type, document_issuing_state: issuer },
      idDocumentFilterConfigSchema.parse(config),
      declaredDocument(documentType, documentCountry),
    );
  },

  identity_crossref({ extracted, stated }, config) {
    const read = extractedDataSchema.safeParse(extracted);
    if (!read.success) return null;
    const wish = identityCrossrefConfigSchema.parse(config);
    const { known, typed } = stated();
    const comparisons = [known, typed]
      .flatMap((said) => compareFields(said, read.data))
      .filter(({ field }) => wish.fields.includes(field));
    return judgeCrossref(comparisons, {
      same: wish.name_threshold,
      unclear: wish.name_unclear_from,
    });
  },
} satisfies Partial<Record<CheckName, RuleOverRead>>;
