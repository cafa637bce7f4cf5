import { alpha3 } from '../../countries/states';
import type { ExtractedData } from '../extracted-data';
import { compareDays, type ReadDays } from './compare-days';
import { compareNames } from './compare-names';
import { compareNumber } from './compare-number';
import { compareSex } from './compare-sex';
import { compareState } from './compare-state';
import { joinedLines } from './joined-lines';
import { labelledLines, type LabelledField } from './labelled-lines';
import { printedDays } from './printed-days';
import type { PrintedLine, PrintVerdict } from './printed-line';

export const printedFields = [
  'number',
  'names',
  'birth',
  'expiry',
  'sex',
  'nationality',
  'issuer',
] as const;
export type PrintedField = (typeof printedFields)[number];

/** Each field of a zone or a barcode against what is printed on the document. */
export type PrintComparison = Readonly<Record<PrintedField, PrintVerdict>>;

/** What of a zone or a barcode the print is held against. */
export type ComparedFields = Pick<
  ExtractedData,
  | 'document_type'
  | 'document_number'
  | 'last_name'
  | 'first_name'
  | 'date_of_birth'
  | 'document_expiration_date'
  | 'gender'
  | 'nationality'
  | 'document_issuing_state'
>;

/** Read fields against printed lines (ICAO 9303-3 §3: the two zones of a document say the same). */
export function compareWithPrint(
  fields: ComparedFields,
  found: readonly PrintedLine[],
): PrintComparison {
  const lines = joinedLines(found);
  const labelled = labelledLines(lines);
  const of = (field: LabelledField): readonly PrintedLine[] => labelled.get(field) ?? [];
  const { birth, expiry } = compareDays(fields, printedDays(lines), {
    birth: of('date_of_birth'),
    expiry: of('document_expiration_date'),
  });
  const { gender, document_issuing_state: issuer } = fields;
  return {
    number: compareNumber(fields.document_number, lines, of('document_number')),
    names: compareNames(fields, lines, { last: of('last_name'), first: of('first_name') }),
    birth,
    expiry,
    sex: compareSex({ gender, issuer }, lines, of('gender')),
    nationality: compareState(fields.nationality, lines, of('nationality')),
    issuer: compareState(issuer, lines, []),
  };
}

/** Nothing was seen: there was no page to look at. */
export const nothingPrinted: PrintComparison = {
  number: 'unseen',
  names: 'unseen',
  birth: 'unseen',
  expiry: 'unseen',
  sex: 'unseen',
  nationality: 'unseen',
  issuer: 'unseen',
};

export function differingFields(print: PrintComparison): PrintedField[] {
  return printedFields.filter((field) => print[field] === 'differs');
}

/**
 * What has to be seen in print: without it a document is not proved. A day only where one was read, and the
 * issuer only where the holder is another state's: no check digit covers it, and few documents are like that.
 */
export function unseenFields(
  print: PrintComparison,
  fields: ReadDays & Pick<ComparedFields, 'document_issuing_state' | 'nationality'>,
): PrintedField[] {
  const { date_of_birth: birth, document_expiration_date: expiry, nationality } = fields;
  const isForeign =
    nationality !== '' && alpha3(nationality) !== alpha3(fields.document_issuing_state);
  const needed: readonly PrintedField[] = [
    'number',
    'names',
    ...(birth === null ? [] : (['birth'] as const)),
    ...(expiry === null ? [] : (['expiry'] as const)),
    ...(isForeign ? (['issuer'] as const) : []),
  ];
  return needed.filter((field) => print[field] === 'unseen');
}

/** Two looks, or two sides: what one of them shows counts, and what it shows right before the rest. */
export function mergedPrint(one: PrintComparison, two: PrintComparison): PrintComparison {
  const merged = (field: PrintedField): PrintVerdict => {
    const both = [one[field], two[field]];
    if (both.includes('agrees')) return 'agrees';
    return both.includes('differs') ? 'differs' : 'unseen';
  };
  return {
    number: merged('number'),
    names: merged('names'),
    birth: merged('birth'),
    expiry: merged('expiry'),
    sex: merged('sex'),
    nationality: merged('nationality'),
    issuer: merged('issuer'),
  };
}
