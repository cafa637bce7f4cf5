import type { AttributeKind, DuplicateKind } from '../../../../shared/domain/checks/duplicate-kind';
import { nameAndDayKeys, spelledNames } from '../../../../shared/applicant/full-names';
import type { Subject } from '../../../../shared/applicant/subject';

export interface DuplicateAttribute {
  readonly kind: AttributeKind;
  readonly canonical: string;
}

/**
 * What of this subject another session may share, of the kinds the organisation wants kept. A name counts
 * with its first given name only, and with each of several surnames: the next document may leave the others
 * out.
 */
export function duplicateAttributes(
  subject: Subject,
  wanted: readonly DuplicateKind[],
): readonly DuplicateAttribute[] {
  const { document, emails, phones, device, ip, dateOfBirth } = subject;
  const [whole, ...shorter] = spelledNames(subject);
  const names = shorter.length > 0 ? shorter : whole === undefined ? [] : [whole];
  const born = [...new Set(names.flatMap((name) => nameAndDayKeys(name, dateOfBirth)))];
  const values: Readonly<Record<AttributeKind, readonly (string | null)[]>> = {
    document: [document === null ? null : `${document.issuingState ?? ''}:${document.number}`],
    email: emails,
    phone: phones,
    device: [device],
    name_dob: born,
    ip: [ip],
  };
  return wanted.flatMap((kind) =>
    kind === 'face'
      ? []
      : values[kind].flatMap((canonical) => (canonical === null ? [] : [{ kind, canonical }])),
  );
}
