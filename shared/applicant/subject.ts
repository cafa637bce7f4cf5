import type { KnownData } from '../domain/checks/extracted-data';
import { alpha3 } from '../domain/countries/states';
import type { Keyring } from '../crypto/keyring';
import type { SessionRow } from '../database/schema';
import { canonicalEmail, canonicalPhone } from './canonical-contact';
import { stateSaid } from '../domain/countries/state-said';
import { canonicalDay, canonicalDocumentNumber } from '../domain/canonical-document';
import { foldName } from '../domain/names/fold-name';
import type { SpelledName } from '../domain/names/look-up-keys';
import { isPlaceholder } from '../domain/names/placeholders';
import { daysSaid } from '../domain/applicant/days-said';
import { readStatedData } from './stated-fields';
import type { StatedFields } from '../domain/applicant/stated-field';

/** Who a session is of, in canonical forms; what nobody said or read is null or empty. */
export interface Subject {
  /** Folded. */
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** As they were read or stated, for whoever folds them in more than one way. */
  readonly spelled: SpelledName & {
    /** The whole name, where nobody said which part is which. */
    readonly whole: string | null;
  };
  readonly dateOfBirth: string | null;
  readonly document: { readonly number: string; readonly issuingState: string | null } | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly ip: string | null;
  /** What the page says of its device: reported, hence only as good as the page. */
  readonly device: string | null;
  /** Alpha-3: nationality, issuing state and the country the session was created for. */
  readonly countries: readonly string[];
}

export interface SubjectSource {
  readonly session: SessionRow;
  /** Null when no document was read. */
  readonly extracted: KnownData | null;
  readonly device?: string | null;
}

/** What was read from a document counts before what was typed, and that before what was known. */
export function subjectOf(keyring: Keyring, given: SubjectSource): Subject {
  const { session, extracted } = given;
  const { known, typed, applicantEmail } = readStatedData(keyring, session);
  const stated: StatedFields = { ...known, ...typed };
  const number = canonicalDocumentNumber(extracted?.document_number ?? stated.documentNumber ?? '');
  const issuer = extracted?.document_issuing_state ?? stated.issuingState;
  const first = named(extracted?.first_name ?? stated.firstName);
  const last = named(extracted?.last_name ?? stated.lastName);
  const emails = [typed.email, known.email, applicantEmail];
  const phones = [typed.phone, known.phone];
  return {
    firstName: first === null ? null : foldName(first),
    lastName: last === null ? null : foldName(last),
    spelled: {
      first,
      last,
      whole: first === null && last === null ? named(stated.fullName) : null,
    },
    dateOfBirth: birthDay(extracted?.date_of_birth, stated.dateOfBirth),
    document:
      number === ''
        ? null
        : {
            number,
            issuingState: issuer === undefined ? null : (stateSaid(issuer) ?? alpha3(issuer)),
          },
    emails: distinct(emails.map((email) => (email == null ? null : canonicalEmail(email)))),
    phones: distinct(
      phones.map((phone) => (phone === undefined ? null : canonicalPhone(phone, session.country))),
    ),
    ip: session.consent_ip,
    device: given.device ?? null,
    countries: distinct(
      [extracted?.nationality ?? stated.nationality, issuer, session.country].map((country) =>
        country == null || country === '' ? null : (stateSaid(country) ?? alpha3(country)),
      ),
    ),
  };
}

/** A name that says something: FNU and the like say that there is none. */
function named(name: string | undefined): string | null {
  return name === undefined || isPlaceholder(foldName(name)) ? null : name;
}

/** Of a stated day that can be read in two ways nobody knows which: it finds nobody. */
function birthDay(read: string | null | undefined, stated: string | undefined): string | null {
  if (read != null) return canonicalDay(read);
  const [day, ...others] = daysSaid(stated ?? '');
  return day === undefined || others.length > 0 ? null : day;
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
