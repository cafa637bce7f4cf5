import type { ExtractedData } from '../checks/extracted-data';
import type { MayBeCut } from './compare-names';

/** Characters of a zone's name field: TD3 (9303-4 §4.2), TD2 (-6), TD1 (-5). */
const passportField = [39];
const cardFields = [30, 31];
/** What AAMVA's elements for a name hold (DCS, DAC; D.12.5). */
const barcodeField = 40;

export interface NamesRead {
  readonly first: string;
  readonly last: string;
  readonly whole: string;
  /** The field is full: what follows was not printed. */
  readonly isFull: boolean;
  /**
   * In a full field the last word of either part may be a beginning, and an initial is one: issuers cut the
   * family name too, to have room for a given one (9303-4 §4.2.3).
   */
  readonly mayBeCut: MayBeCut;
}

/** Tells by the field's length whether the names of a document are all of them. */
export function namesRead(
  read: Pick<ExtractedData, 'first_name' | 'last_name' | 'document_type'>,
): NamesRead {
  const first = read.first_name.trim();
  const last = read.last_name.trim();
  const length = first === '' ? last.length : last.length + '<<'.length + first.length;
  const isFull = fieldsOf(read.document_type).includes(length);
  const isLong = Math.max(first.length, last.length) >= barcodeField;
  const ends = [first, last].map((part) => part.split(' ').at(-1));
  return {
    first,
    last,
    whole: `${first} ${last}`.trim(),
    isFull: isFull || isLong,
    mayBeCut: (word) => (isFull || isLong) && (word.length === 1 || ends.includes(word)),
  };
}

function fieldsOf(type: ExtractedData['document_type']): readonly number[] {
  if (type === 'passport') return passportField;
  return type === 'other' ? [...cardFields, ...passportField] : cardFields;
}
