import anyAscii from 'any-ascii';

/** A day as it is printed: of 03/04/2026 nobody knows which is the month. */
export interface PrintedDate {
  /** `YYYY-MM-DD`, one or both readings. */
  readonly days: readonly string[];
  /** Its row says that this is the day of the document. */
  readonly isLabelled: boolean;
}

/** First letters of month names in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish. */
const monthNames: readonly RegExp[] = [
  /^(jan|gen|ene|sty)/,
  /^(feb|fev|lut)/,
  /^(mar(?!z?ec)|maer|mrt|mrz|marz)/,
  /^(apr|avr|abr|kwi)/,
  /^(may|mai|mei|mag|maj)/,
  /^(jun|juin|giu|cze)/,
  /^(jul|juil|lug|lip)/,
  /^(aug|aou|ago|sie)/,
  /^(sep|set|wrz)/,
  /^(oct|okt|ott|out|paz)/,
  /^(nov|lis)/,
  /^(dec|dez|dic|gru)/,
];

const label =
  /(invoice|bill|statement|issue|letter|document)[a-z ]*\bdate|\bdate\b|\bdated?:|issued|datum|fecha|\bdata\b|emission|\ble\b/;
/** A day that something is due, begins or ends on is not the document's. */
const otherDay =
  /\bdue|pay by|until|\bfrom\b|period|faellig|zahlbar|echeance|venc|scad|verval|birth|geb/;

/** The days that stand in a row of print, in the usual forms. */
export function printedDates(row: string): readonly PrintedDate[] {
  const text = anyAscii(row).toLowerCase();
  const isLabelled = label.test(text) && !otherDay.test(text);
  return [...numeric(text), ...named(text)].map((days) => ({ days, isLabelled }));
}

function numeric(text: string): string[][] {
  const iso = [
    ...text.matchAll(/(?<!\d)(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/g),
  ].map(([, year = '', , month = '', day = '']) => real(year, month, day));
  const turned = [
    ...text.matchAll(/(?<!\d)(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/g),
  ].map(([, first = '', mark, second = '', year = '']) => {
    // Dots and hyphens put the day first; only a slash may be North American.
    const dayFirst = real(year, second, first);
    return mark === '/' ? [...new Set([...dayFirst, ...real(year, first, second)])] : dayFirst;
  });
  return [...iso, ...turned].filter((days) => days.length > 0);
}

function named(text: string): string[][] {
  const dayFirst = [
    ...text.matchAll(
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s.-]*(?:de\s*)?([a-z]{3,12})\.?,?[\s.-]*(?:de\s*)?(\d{4}|\d{2})(?!\d)/g,
    ),
  ].map(([, day = '', month = '', year = '']) => real(year, monthNumber(month), day));
  const monthFirst = [
    ...text.matchAll(/([a-z]{3,12})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})(?!\d)/g),
  ].map(([, month = '', day = '', year = '']) => real(year, monthNumber(month), day));
  return [...dayFirst, ...monthFirst].filter((days) => days.length > 0);
}

function monthNumber(name: string): string {
  return String(monthNames.findIndex((pattern) => pattern.test(name)) + 1);
}

/** A calendar day that exists, in this century or the last. */
function real(year: string, month: string, day: string): string[] {
  const whole = year.length === 2 ? `20${year}` : year;
  const text = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
  return exists && /^(19|20)/.test(whole) ? [text] : [];
}
