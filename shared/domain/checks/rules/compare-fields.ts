import type { ComparedField } from '../compared-fields';
import type { ExtractedData } from '../extracted-data';
import { stateSaid } from '../../countries/state-said';
import { daysSaid } from '../../applicant/days-said';
import { sexSaid } from '../../applicant/sex-said';
import { canonicalDocumentNumber } from '../../canonical-document';
import type { StatedFields } from '../../applicant/stated-field';
import type { Comparison } from './comparison';
import { compareStatedNames } from './compare-stated-names';

/** What the document does not say is not compared; what was stated and nobody understands is said so. */
export function compareFields(stated: StatedFields, read: ExtractedData): readonly Comparison[] {
  const number = canonicalDocumentNumber(stated.documentNumber ?? '');
  const numberRead = canonicalDocumentNumber(read.document_number);
  return [
    ...compareStatedNames(stated, read),
    ...compareBirth(stated.dateOfBirth, read),
    ...(number === '' || numberRead === ''
      ? []
      : [exact('document_number', number, numberRead, [numberRead === number])]),
    ...compareStates('document_issuing_state', stated.issuingState, read.document_issuing_state),
    ...compareStates('nationality', stated.nationality, read.nationality),
    ...compareSex(stated.sex, read.gender),
  ];
}

/** A day that can be read in two ways agrees when one of them is the document's. */
function compareBirth(stated: string | undefined, read: ExtractedData): readonly Comparison[] {
  const day = read.date_of_birth ?? read.date_of_birth_partial ?? null;
  if (stated === undefined || day === null) return [];
  return [
    exact(
      'date_of_birth',
      stated,
      day,
      // Of a document that leaves the day open, what it does state.
      daysSaid(stated).map((said) => said.startsWith(day)),
    ),
  ];
}

function compareStates(
  field: ComparedField,
  stated: string | undefined,
  read: string,
): readonly Comparison[] {
  const state = stateSaid(read);
  if (stated === undefined || state === null) return [];
  const said = stateSaid(stated);
  return [exact(field, stated, read, said === null ? [] : [said === state])];
}

/** A sex that either side leaves open says nothing about the other. */
function compareSex(stated: string | undefined, read: string): readonly Comparison[] {
  const sex = sexSaid(read);
  if (stated === undefined || sex === null || sex === 'unspecified') return [];
  const said = sexSaid(stated);
  if (said === 'unspecified') return [];
  return [exact('gender', stated, read, said === null ? [] : [said === sex])];
}

/** @param readings whether each way to understand it is the document's; none where there is no way */
function exact(
  field: ComparedField,
  stated: string,
  read: string,
  readings: readonly boolean[],
): Comparison {
  return {
    field,
    stated,
    read,
    score: readings.length === 0 ? null : Number(readings.includes(true)),
  };
}
