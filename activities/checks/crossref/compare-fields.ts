import type { ComparedField } from '../../../shared/checks/compared-fields';
import type { ExtractedData } from '../../../shared/checks/extracted-data';
import { alpha3, isKnownState } from '../../../shared/countries/states';
import { canonicalDay, canonicalDocumentNumber } from '../../../shared/subject/canonical-document';
import type { StatedFields } from '../../../shared/applicant/stated-fields';
import { compareStatedNames } from './compare-stated-names';

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
    ...compareStatedNames(stated, read),
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
