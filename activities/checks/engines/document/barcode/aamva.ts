import { realDay } from '../../../../../shared/domain/dates/real-day';
import type { DocumentFields } from '../../../../../shared/domain/checks/document-fields';
import { aamvaElements } from './aamva-elements';
import { issuerCountry } from './aamva-issuers';

/** Digits since version 2 of the standard, letters before. */
const genders: Readonly<Record<string, DocumentFields['gender']>> = {
  1: 'male',
  2: 'female',
  M: 'male',
  F: 'female',
};

/**
 * The fields of a driver's licence's or an identification card's barcode (AAMVA card design standard, annex
 * D, versions 1 to 10). Undefined when the text is no such barcode. Written out: a handful of elements is
 * all the checks look at, and their spelling (dates by country, a missing middle name, names in one
 * element) is where readers go wrong.
 */
export function parseAamva(text: string): DocumentFields | undefined {
  const barcode = aamvaElements(text);
  if (barcode === undefined) return undefined;
  const { elements, subfile, issuerNumber } = barcode;
  const value = (name: string): string => spoken(elements.get(name) ?? '');
  const number = value('DAQ');
  const holder = holderOf(value);
  if (number === '' || holder === undefined) return undefined;
  const day = (name: string): string | null => calendarDay(elements.get(name) ?? '');
  return {
    // An identification card proves who somebody is, not that he may drive.
    document_type: subfile === 'ID' ? 'national_id' : 'drivers_license',
    document_issuing_state: issuerCountry(issuerNumber) ?? statedCountry(value('DCG')),
    ...holder,
    document_number: number,
    // A licence says who may drive, not of which state its holder is.
    nationality: '',
    date_of_birth: day('DBB'),
    gender: genders[elements.get('DBC') ?? ''] ?? 'unspecified',
    document_expiration_date: day('DBA'),
    document_issue_date: day('DBD'),
  };
}

function statedCountry(code: string): string {
  return code === 'USA' || code === 'CAN' ? code : '';
}

/**
 * The family name in `DCS` since version 2, in `DAB` before; the given ones in `DAC` and `DAD`, in
 * versions 2 and 3 together in `DCT`. Version 1 may have all of them in `DAA`: `LAST,FIRST,MIDDLE,SUFFIX`.
 */
function holderOf(
  value: (name: string) => string,
): Pick<DocumentFields, 'last_name' | 'first_name'> | undefined {
  const last = value('DCS') || value('DAB');
  const first = value('DAC') || value('DCT');
  if (last !== '' || first !== '') {
    return {
      last_name: spaced(last),
      first_name: [first, value('DAD')]
        .map(spaced)
        .filter((name) => name !== '')
        .join(' '),
    };
  }
  const [family = '', ...given] = value('DAA').split(/[,@$]/).map(spaced);
  if (family === '') return undefined;
  return { last_name: family, first_name: given.slice(0, 2).map(spoken).join(' ').trim() };
}

function spaced(name: string): string {
  return name.replaceAll(/[,\s]+/g, ' ').trim();
}

/** `NONE` and `unavl` stand for a field without a value (annex D, "Mandatory data elements"). */
function spoken(value: string): string {
  return /^(?:NONE|UNAVL)$/i.test(value.trim()) ? '' : value.trim();
}

/**
 * MMDDCCYY in the United States, CCYYMMDD in Canada and in the standard's first version. No month is
 * 19 or 20, so the day itself says which it is.
 */
function calendarDay(text: string): string | null {
  if (!/^\d{8}$/.test(text)) return null;
  return /^(?:19|20)/.test(text)
    ? realDay(text.slice(0, 4), text.slice(4, 6), text.slice(6))
    : realDay(text.slice(4), text.slice(0, 2), text.slice(2, 4));
}
