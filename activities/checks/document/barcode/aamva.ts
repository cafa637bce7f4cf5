import type { DocumentFields } from '../mrz/parse-mrz';

const element = /^(?:DL|ID)?([DZ][A-Z]{2})(.*)$/;
/** Digits since version 2 of the standard, letters before. */
const genders: Readonly<Record<string, DocumentFields['gender']>> = {
  1: 'male',
  2: 'female',
  M: 'male',
  F: 'female',
};

/**
 * The fields of a driver's licence's barcode (AAMVA card design standard, annex D). Undefined when the
 * text is no such barcode. Written out: a handful of elements is all the checks look at, and their
 * spelling (dates by country, a missing middle name) is where readers go wrong.
 */
export function parseAamva(text: string): DocumentFields | undefined {
  if (!text.startsWith('@') || !/ANSI |AAMVA/.test(text.slice(0, 24))) return undefined;
  const elements = new Map<string, string>();
  // The header's last designator runs straight into the first element: `…DLDAQ123`.
  const body = text.replace(/^[\s\S]*?(?:DL|ID)(?=D[A-Z]{2}[^\r\n]*[\r\n])/, '');
  for (const line of body.split(/[\n\r\u001e]+/)) {
    const [, name, value] = element.exec(line) ?? [];
    if (name !== undefined && !elements.has(name)) elements.set(name, (value ?? '').trim());
  }
  const number = elements.get('DAQ');
  const last = elements.get('DCS');
  if (number === undefined || number === '' || last === undefined) return undefined;
  const day = (name: string): string | null => calendarDay(elements.get(name) ?? '');
  return {
    document_type: 'drivers_license',
    document_issuing_state: elements.get('DCG') === 'CAN' ? 'CAN' : 'USA',
    last_name: spoken(last),
    first_name: [elements.get('DAC') ?? elements.get('DCT'), elements.get('DAD')]
      .map((name) => spoken(name ?? ''))
      .filter((name) => name !== '')
      .join(' '),
    document_number: number,
    // A licence says who may drive, not of which state its holder is.
    nationality: '',
    date_of_birth: day('DBB'),
    gender: genders[elements.get('DBC') ?? ''] ?? 'unspecified',
    document_expiration_date: day('DBA'),
    document_issue_date: day('DBD'),
  };
}

/** `NONE` and `UNAVL` stand for a field without a value. */
function spoken(name: string): string {
  return name === 'NONE' || name === 'UNAVL' ? '' : name.replaceAll(',', ' ').trim();
}

/**
 * MMDDCCYY in the United States, CCYYMMDD in Canada and in the standard's first version. No month is
 * 19 or 20, so the day itself says which it is.
 */
function calendarDay(text: string): string | null {
  if (!/^\d{8}$/.test(text)) return null;
  const day = /^(?:19|20)/.test(text)
    ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    : `${text.slice(4)}-${text.slice(0, 2)}-${text.slice(2, 4)}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day) ? null : day;
}
