import type { DocumentFields } from '../../../../../shared/domain/checks/document-fields';
import { checkDigit } from './check-digit';
import { birthDay, expiryDay, partialBirth } from './mrz-dates';
import type { CalendarDay } from '../../../../../shared/domain/dates/calendar-day';
import { formatOfLines, mrzLayouts, textOf, type MrzFormat, type MrzLayout } from './mrz-format';

export interface MrzCheckDigits {
  readonly number: boolean;
  readonly birth: boolean;
  readonly expiry: boolean;
  /** True where the format has none (TD1, TD2). */
  readonly optional: boolean;
  readonly composite: boolean;
}

export interface ParsedMrz {
  readonly format: MrzFormat;
  readonly fields: DocumentFields;
  readonly checkDigits: MrzCheckDigits;
}

export function allCheckDigitsRight(digits: MrzCheckDigits): boolean {
  return digits.number && digits.birth && digits.expiry && digits.optional && digits.composite;
}

/**
 * Splits the lines of one machine-readable zone by position and verifies every check digit.
 * Undefined when count or length fit no format. Written out rather than taken from the `mrz`
 * package, which refuses issuers it does not list and loads only as an ES module; the tests hold
 * this parser against that package.
 */
export function parseMrz(lines: readonly string[], today: CalendarDay): ParsedMrz | undefined {
  const format = formatOfLines(lines);
  if (format === undefined) return undefined;
  const layout = mrzLayouts[format];
  const number = documentNumber(lines, layout);
  const [last, first] = names(textOf(lines, layout.names));
  const birth = textOf(lines, layout.birthDate);
  const expiry = textOf(lines, layout.expiryDate);
  const issuingState = withoutFiller(textOf(lines, layout.issuingState));
  const partial = partialBirth(birth, today);
  return {
    format,
    fields: {
      document_type: documentTypeOf(textOf(lines, layout.documentCode)),
      document_issuing_state: issuingState,
      last_name: last,
      first_name: first,
      document_number: number.value,
      nationality: withoutFiller(textOf(lines, layout.nationality)),
      date_of_birth: birthDay(birth, today),
      ...(partial === null ? {} : { date_of_birth_partial: partial }),
      gender: genderOf(textOf(lines, layout.sex)),
      document_expiration_date: expiryDay(expiry, today, issuingState),
    },
    checkDigits: {
      number: number.checked,
      birth: checkDigit(birth) === textOf(lines, layout.birthDateCheck),
      expiry: checkDigit(expiry) === textOf(lines, layout.expiryDateCheck),
      optional: optionalChecked(lines, layout),
      composite:
        checkDigit(layout.compositeOver.map((span) => textOf(lines, span)).join('')) ===
        textOf(lines, layout.compositeCheck),
    },
  };
}

/**
 * A number longer than nine characters runs on into the optional field up to its first filler, its
 * last character there being the check digit; `<` then stands at the digit's usual place
 * (9303-5 §4.2.4, note j).
 */
function documentNumber(
  lines: readonly string[],
  layout: MrzLayout,
): { value: string; checked: boolean } {
  const head = textOf(lines, layout.documentNumber);
  const check = textOf(lines, layout.documentNumberCheck);
  const rest = textOf(lines, layout.optional).split('<', 1)[0] ?? '';
  if (layout.optionalCheck === null && check === '<' && !head.includes('<') && rest.length > 1) {
    const long = head + rest.slice(0, -1);
    return { value: long, checked: checkDigit(long) === rest.slice(-1) };
  }
  return { value: withoutFiller(head), checked: checkDigit(head) === check };
}

function optionalChecked(lines: readonly string[], layout: MrzLayout): boolean {
  if (layout.optionalCheck === null) return true;
  const value = textOf(lines, layout.optional);
  const check = textOf(lines, layout.optionalCheck);
  // An empty field may carry either 0 or the filler as its digit (9303-4 §4.2.2).
  return check === checkDigit(value) || (check === '<' && withoutFiller(value) === '');
}

function names(field: string): [last: string, first: string] {
  const [last = '', first = ''] = field.split('<<');
  return [withoutFiller(last), withoutFiller(first)];
}

function withoutFiller(text: string): string {
  return text.replaceAll('<', ' ').trim();
}

function genderOf(character: string): DocumentFields['gender'] {
  if (character === 'M') return 'male';
  return character === 'F' ? 'female' : 'unspecified';
}

/** 9303-3 §4.4 and residence permits (the EU's `IR`, `AR`, `CR`, and `RP`); driving licences carry `D`. */
function documentTypeOf(code: string): DocumentFields['document_type'] {
  if (code.startsWith('P')) return 'passport';
  if (/^(?:[IAC]R|RP)$/.test(code)) return 'residence_permit';
  if (/^[IAC]/.test(code)) return 'national_id';
  return code.startsWith('D') ? 'drivers_license' : 'other';
}
