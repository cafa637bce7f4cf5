import type { CalendarDay } from '../dates/calendar-day';
import type { DocumentType } from '../documents/document-types';

/** What a machine-readable zone says; null where it says nothing that can be read. */
export interface DocumentFields {
  readonly document_type: DocumentType | 'other';
  readonly document_issuing_state: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly document_number: string;
  readonly nationality: string;
  readonly date_of_birth: CalendarDay | null;
  /** `YYYY-MM` or `YYYY`, where the zone itself leaves the rest open. */
  readonly date_of_birth_partial?: string | null | undefined;
  readonly gender: 'male' | 'female' | 'unspecified';
  readonly document_expiration_date: CalendarDay | null;
  /** No machine-readable zone has it; a licence's barcode does. */
  readonly document_issue_date?: CalendarDay | null | undefined;
}
