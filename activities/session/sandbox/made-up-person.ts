import type { ExtractedData } from '../../../shared/domain/checks/extracted-data';
import { alpha3 } from '../../../shared/domain/countries/states';
import type { DocumentType } from '../../../shared/domain/documents/document-types';

/** Whom a sandbox session is about, whatever was uploaded: nobody. */
const janeDoe = {
  first_name: 'Jane',
  last_name: 'Doe',
  document_number: 'D1234567',
  gender: 'female',
  nationality: 'USA',
} as const;
const birthday = '06-15';
const birthYear = 1997;
const documentYears = 4;

export interface MadeUpFrom {
  /** The calendar day of the attempt. */
  readonly today: string;
  /** As it was declared, so that the made-up document is not another one. */
  readonly documentType: DocumentType | null;
  readonly country: string | null;
  /** The reason that a check is to fail for, which the data then bear out. */
  readonly reason: string | null;
  readonly minimumAge: number;
}

/** What a reader would have read of the published made-up person's document. */
export function madeUpPerson(from: MadeUpFrom): ExtractedData {
  const year = Number(from.today.slice(0, 4));
  const day = (ofYear: number): string => `${String(ofYear)}-${birthday}`;
  const bornIn = from.reason === 'under_age' ? year - from.minimumAge + 1 : birthYear;
  const expiresIn = from.reason === 'document_expired' ? -1 : documentYears;
  const issuedIn = from.reason === 'issued_in_future' ? 1 : -documentYears;
  return {
    ...janeDoe,
    document_type: from.documentType ?? 'drivers_license',
    document_issuing_state: from.country === null ? janeDoe.nationality : alpha3(from.country),
    date_of_birth: day(bornIn),
    document_expiration_date: day(year + expiresIn),
    document_issue_date: day(year + issuedIn),
  };
}
