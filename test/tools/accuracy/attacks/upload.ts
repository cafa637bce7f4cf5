import type { Person } from '../../../../services/local/specimen';
import type { DocumentType } from '../../../../shared/domain/documents/document-types';

/** What is sent for one session. */
export interface Upload {
  readonly front: Buffer;
  /** Null where the declared type has no back. */
  readonly back: Buffer | null;
  readonly selfie: Buffer;
  readonly declared: { readonly type: DocumentType; readonly country: string };
  /** Who is to be believed in; types his or her name where the workflow asks. */
  readonly claims: Person;
}
