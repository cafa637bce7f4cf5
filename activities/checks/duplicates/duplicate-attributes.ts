import type { AttributeKind, DuplicateKind } from '../../../shared/subject/duplicate-kind';
import { canonicalNameAndDay, fullNames } from '../../../shared/applicant/full-names';
import type { Subject } from '../../../shared/applicant/subject';

export interface DuplicateAttribute {
  readonly kind: AttributeKind;
  readonly canonical: string;
}

/**
 * What of this subject another session may share, of the kinds the organisation wants kept. A name counts
 * with its first given name only: the next document may leave the others out.
 */
export function duplicateAttributes(
  subject: Subject,
  wanted: readonly DuplicateKind[],
): readonly DuplicateAttribute[] {
  const { document, emails, phones, device, ip, dateOfBirth } = subject;
  const name = fullNames(subject).at(-1);
  const born = name === undefined ? null : canonicalNameAndDay(name, dateOfBirth);
  const values: Readonly<Record<AttributeKind, readonly (string | null)[]>> = {
    document: [document === null ? null : `${document.issuingState ?? ''}:${document.number}`],
    email: emails,
    phone: phones,
    device: [device],
    name_dob: [born],
    ip: [ip],
  };
  return wanted.flatMap((kind) =>
    kind === 'face'
      ? []
      : values[kind].flatMap((canonical) => (canonical === null ? [] : [{ kind, canonical }])),
  );
}
