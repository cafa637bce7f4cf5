import anyAscii from 'any-ascii';
import { monthsNamed } from '../../../../shared/domain/dates/month-names';
import { realDay } from '../../../../shared/domain/dates/real-day';

/** What the words before a day call it: the paper's own day, some day, a period's, or none of these. */
export type DateLabel = 'own' | 'some' | 'none' | 'period';

/** A day as it is printed: of 03/04/2026 nobody knows which is the month. */
export interface PrintedDate {
  /** `YYYY-MM-DD`, one or both readings: then the one with the day first stands first. */
  readonly days: readonly string[];
  readonly label: DateLabel;
}

const ownLabel =
  /(invoice|bill(ing)?|statement|issued?|letter|document|contract|agreement)[a-z ]*\bdate|date of (issue|invoice|bill|statement|letter)|\bissued\b|\bdated\b|(rechnungs|ausstellungs|factuur|brief|bescheid)\w*dat|(date|fecha|data|datum)\b[a-z ]*(facture|factura|fattura|fatura|factuur|emission|emision|emissione|emissao|expedicion|releve|extracto)|\bemissione?\b/;
const someLabel = /\bdate\b|datum|fecha|\bdata\b|\ble\b|\bden\b/;
/** A day that something is due or ends on, or somebody was born, is not the paper's. */
const othersLabel =
  /\bdue|pay(able|ment)? (by|on|date)|valid|expir|faellig|fallig|zahlbar|echeance|venc|scad|verval|birth|geb|naissance|nacimiento|nascita/;
const periodLabel =
  /\bfrom\b|\buntil\b|\bto\b|period|zeitraum|\bbis\b|\bvom\b|periodo|\bdu\b|\bau\b/;

interface FoundDate {
  readonly at: number;
  readonly end: number;
  readonly days: readonly string[];
}

/** The days that stand in rows of print, in the usual forms; a label may stand on the row above. */
export function printedDates(rows: readonly string[]): readonly PrintedDate[] {
  let above = '';
  return rows.flatMap((row) => {
    const text = anyAscii(row).toLowerCase();
    const header = above;
    const found = [...numeric(text), ...named(text)].sort((a, b) => a.at - b.at);
    above = found.length === 0 ? text : '';
    return found.flatMap(({ at, days }, index) => {
      const before = text.slice(found[index - 1]?.end ?? 0, at);
      const said = /[a-z]{2}/.test(before) ? before : index === 0 ? header : text.slice(0, at);
      const label = labelOf(said);
      return label === null ? [] : [{ days, label }];
    });
  });
}

function labelOf(text: string): DateLabel | null {
  if (othersLabel.test(text)) return null;
  if (ownLabel.test(text)) return 'own';
  if (periodLabel.test(text)) return 'period';
  return someLabel.test(text) ? 'some' : 'none';
}

function numeric(text: string): FoundDate[] {
  const iso = found(
    text,
    /(?<!\d)(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/g,
    ([year = '', , month = '', day = '']) => [real(year, month, day)],
  );
  const turned = found(
    text,
    /(?<!\d)(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/g,
    ([first = '', mark, second = '', year = '']) =>
      // Dots and hyphens put the day first; only a slash may be North American.
      mark === '/'
        ? [real(year, second, first), real(year, first, second)]
        : [real(year, second, first)],
  );
  return [...iso, ...turned];
}

function named(text: string): FoundDate[] {
  const dayFirst = found(
    text,
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s.-]*(?:de\s*)?([a-z]{3,12})\.?,?[\s.-]*(?:de\s*)?(\d{4}|\d{2})(?!\d)/g,
    ([day = '', month = '', year = '']) => monthsNamed(month).map((one) => real(year, one, day)),
  );
  const monthFirst = found(
    text,
    /([a-z]{3,12})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})(?!\d)/g,
    ([month = '', day = '', year = '']) => monthsNamed(month).map((one) => real(year, one, day)),
  );
  return [...dayFirst, ...monthFirst];
}

function found(
  text: string,
  form: RegExp,
  read: (parts: readonly string[]) => readonly (string | null)[],
): FoundDate[] {
  return [...text.matchAll(form)].flatMap((match) => {
    const days = [...new Set(read(match.slice(1)).filter((day) => day !== null))];
    return days.length === 0 ? [] : [{ at: match.index, end: match.index + match[0].length, days }];
  });
}

/** A calendar day of this century or the last; Thailand counts 543 years more. */
function real(year: string, month: string | number, day: string): string | null {
  const whole = year.length === 2 ? `20${year}` : year;
  const common = /^2[45]/.test(whole) ? String(Number(whole) - 543) : whole;
  return /^(19|20)/.test(common) ? realDay(common, month, day) : null;
}
