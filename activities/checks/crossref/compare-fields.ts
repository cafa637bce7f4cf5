import type { ComparedField } from '../../../shared/checks/compared-fields';
import type { ExtractedData } from '../../../shared/checks/extracted-data';
import { alpha3, isKnownState } from '../../../shared/countries/states';
import { canonicalDay, canonicalDocumentNumber } from '../../../shared/subject/canonical-document';
import type { StatedFields } from '../../../shared/applicant/stated-fields';
import { nameSimilarity, wholeNameSimilarity } from './compare-names';

/** One field that both sides have. Names are alike by degrees, all else is the same or not. */
export interface Comparison {
  readonly field: ComparedField;
  readonly stated: string;
  readonly read: string;
  readonly score: number;
}

/** Compares only what can be: a state that is no code, a day that is no date and no sex say nothing. */
export function compareFields(stated: StatedFields, read: ExtractedData): readonly Comparison[] {
  return [
    ...compareNames(stated, read),
    ...exact('date_of_birth', canonicalDay(stated.dateOfBirth ?? ''), read.date_of_birth),
    ...exact(
      'document_number',
      canonicalDocumentNumber(stated.documentNumber ?? ''),
      canonicalDocumentNumber(read.document_number),
    ),
    ...exact(
      'document_issuing_state',
      stateCode(stated.issuingState),
      stateCode(read.document_issuing_state),
    ),
    ...exact('nationality', stateCode(stated.nationality), stateCode(read.nationality)),
    ...exact('gender', sexOf(stated.sex), sexOf(read.gender)),
  ];
}

function compareNames(stated: StatedFields, read: ExtractedData): readonly Comparison[] {
  const whole = `${read.first_name} ${read.last_name}`;
  const { firstName, middleName, lastName, fullName } = stated;
  const compared = (
    field: ComparedField,
    said: string | undefined,
    seen: string,
  ): readonly Comparison[] => {
    const similarity = field === 'name' ? wholeNameSimilarity : nameSimilarity;
    return said === undefined || seen.trim() === ''
      ? []
      : [{ field, stated: said, read: seen, score: similarity(said, seen) }];
  };
  const parts = [
    ...compared('first_name', given(firstName, middleName), read.first_name),
    ...compared('last_name', lastName, read.last_name),
  ];
  const both = compared('name', given(firstName, lastName), whole);
  // Some write the last name first: then the parts differ and the whole is the same.
  const isSwapped = parts.length === 2 && both.every(({ score }) => score === 1);
  return [
    ...(isSwapped ? parts.map((part) => ({ ...part, score: 1 })) : parts),
    ...compared('name', fullName, whole),
  ];
}

function given(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? first : `${first} ${second}`;
}

function exact(
  field: ComparedField,
  stated: string | null,
  read: string | null,
): readonly Comparison[] {
  if (stated === null || stated === '' || read === null || read === '') return [];
  return [{ field, stated, read, score: stated === read ? 1 : 0 }];
}

function stateCode(text: string | undefined): string | null {
  const code = alpha3(text ?? '');
  return isKnownState(code) ? code : null;
}

function sexOf(text: string | undefined): string | null {
  const letter = text?.trim().toLowerCase();
  if (letter === 'm' || letter === 'male') return 'male';
  return letter === 'f' || letter === 'female' ? 'female' : null;
}
