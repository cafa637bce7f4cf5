import anyAscii from 'any-ascii';
import { alpha3 } from './countries/states';

/** A document number as it is compared: capitals and digits; fillers, spaces and hyphens are no part. */
export function canonicalDocumentNumber(text: string): string {
  return anyAscii(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** Numbers repeat between states: with its issuer a number is one document's. */
export function canonicalDocument(number: string, issuingState: string): string | null {
  const canonical = canonicalDocumentNumber(number);
  return canonical === '' ? null : `${alpha3(issuingState)}:${canonical}`;
}

/** A calendar day that exists, as `YYYY-MM-DD`; a time behind it is cut off. */
export function canonicalDay(text: string): string | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}
