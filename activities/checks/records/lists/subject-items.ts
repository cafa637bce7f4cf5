import { networksOf } from '../../../../shared/applicant/canonical-network';
import { nameKeys } from '../../../../shared/domain/names/look-up-keys';
import { nameAndDayKeys, spelledNames } from '../../../../shared/applicant/full-names';
import type { Subject } from '../../../../shared/applicant/subject';
import { writtenKinds, type WrittenKind } from '../../../../shared/domain/lists/list-item-kind';

export interface CanonicalItem {
  readonly kind: WrittenKind;
  readonly canonical: string;
}

/**
 * Every item that a list may have of this subject: a range is found by the ranges an address lies in, a
 * domain by the domains above it, so that a look-up by hash finds all of them.
 */
export function subjectItems(subject: Subject): readonly CanonicalItem[] {
  const names = spelledNames(subject);
  const { document, dateOfBirth, ip, device } = subject;
  const found: Readonly<Record<WrittenKind, readonly (string | null)[]>> = {
    name: names.flatMap(nameKeys),
    name_dob: names.flatMap((name) => nameAndDayKeys(name, dateOfBirth)),
    document_number: document === null ? [] : documentForms(document),
    email: subject.emails,
    email_domain: subject.emails.flatMap((email) => domainsAbove(email)),
    phone: subject.phones,
    ip: ip === null ? [] : networksOf(ip),
    device: [device],
    country: subject.countries,
  };
  return writtenKinds.flatMap((kind) =>
    [...new Set(found[kind])].flatMap((canonical) =>
      canonical === null ? [] : [{ kind, canonical }],
    ),
  );
}

function documentForms({ number, issuingState }: NonNullable<Subject['document']>): string[] {
  return issuingState === null ? [number] : [number, `${issuingState}:${number}`];
}

function domainsAbove(email: string): string[] {
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
