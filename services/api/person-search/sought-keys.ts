import { canonicalEmail, canonicalPhone } from '../../../shared/applicant/canonical-contact';
import { nameAndDayKeys } from '../../../shared/applicant/full-names';
import { canonicalDay, canonicalDocumentNumber } from '../../../shared/domain/canonical-document';
import type { AttributeKind } from '../../../shared/domain/checks/duplicate-kind';
import { alpha3, knownStates, specimenState } from '../../../shared/domain/countries/states';
import { personNames } from '../../../shared/domain/names/look-up-keys';
import type { SoughtPerson } from './search-body';

/** A session has one of these canonical forms among what its duplicates check kept, or is not meant. */
export interface SoughtKeys {
  readonly kind: AttributeKind;
  readonly canonicals: readonly string[];
}

/** More than any name has; the rest only narrows what is found. */
const mostWords = 6;

/** What is sought, in the very forms under which `duplicate_detection` keeps hashes; all of it has to be met. */
export function soughtKeys(sought: SoughtPerson): readonly SoughtKeys[] {
  const { name, email, phone, document_number: number, issuing_state: state } = sought;
  const all: SoughtKeys[] = [];
  if (name !== undefined) {
    const day = canonicalDay(sought.date_of_birth ?? '');
    const names = namesMeant(name);
    all.push({
      kind: 'name_dob',
      canonicals: distinct(names.flatMap((one) => nameAndDayKeys(one, day))),
    });
  }
  if (number !== undefined) {
    const canonical = canonicalDocumentNumber(number);
    // A document that says no issuer is kept without one.
    const issuers = state === undefined ? ['', specimenState, ...knownStates()] : [alpha3(state)];
    all.push({ kind: 'document', canonicals: issuers.map((issuer) => `${issuer}:${canonical}`) });
  }
  if (email !== undefined) all.push({ kind: 'email', canonicals: present(canonicalEmail(email)) });
  if (phone !== undefined)
    all.push({ kind: 'phone', canonicals: present(canonicalPhone(phone, null)) });
  return all;
}

/**
 * The names that a typed one may be kept as: nobody says which of its words are surnames, nor which stand first,
 * and of several given names a check keeps the first.
 */
function namesMeant(typed: string): readonly string[] {
  const words = typed
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  const splits = words.slice(1).map((_word, at) => {
    return [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')] as const;
  });
  return distinct([
    words.join(' '),
    ...splits.flatMap(([one, other]) => [
      ...personNames({ first: one, last: other }),
      ...personNames({ first: other, last: one }),
    ]),
  ]);
}

function present(canonical: string | null): readonly string[] {
  return canonical === null ? [] : [canonical];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
