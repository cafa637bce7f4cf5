/**
 * Issuer identification numbers outside the United States (AAMVA, "Issuer Identification Numbers"): a
 * licence names its country in `DCG`, but only since version 2, and a wrong default would let a Canadian
 * card through as an American one.
 */
const canadian: ReadonlySet<string> = new Set([
  '604426', // Prince Edward Island
  '604428', // Quebec
  '604429', // Yukon
  '604432', // Alberta
  '604433', // Nunavut
  '604434', // Northwest Territories
  '636012', // Ontario
  '636013', // Nova Scotia
  '636016', // Newfoundland and Labrador
  '636017', // New Brunswick
  '636028', // British Columbia
  '636044', // Saskatchewan
  '636048', // Manitoba
]);
const mexican: ReadonlySet<string> = new Set([
  '636056', // Coahuila
  '636057', // Hidalgo
]);
/** American Samoa, the Northern Marianas and Puerto Rico; the states are 636000 to 636062. */
const american: ReadonlySet<string> = new Set(['604427', '604430', '604431']);

/** The country, as ICAO 9303-3 §5 writes it, of whoever issued under a number; undefined: not on the list. */
export function issuerCountry(number: string): 'USA' | 'CAN' | 'MEX' | undefined {
  if (canadian.has(number)) return 'CAN';
  if (mexican.has(number)) return 'MEX';
  const state = /^6360(\d{2})$/.exec(number)?.[1];
  return american.has(number) || (state !== undefined && Number(state) <= 62) ? 'USA' : undefined;
}
