const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const parted = /(\d{2})[./-](\d{2})[./-]((?:19|20)\d{2})$/;
const unparted = /^(?:.*\D)?(\d{2})(\d{2})((?:19|20)\d{2})$/;
const yearFirst = /((?:19|20)\d{2})([./-]?)(\d{2})\2(\d{2})$/;
const named = /(\d{2})([A-Z]{3})[A-Z]*(\d{4})/;

/**
 * The calendar days that stand in lines of print, each at most one a line and behind whatever label:
 * `10MAR1990`, `10.03.1990` (day first), `03/10/1990` (month first, as North America prints them) and
 * `1990/03/10`. A day that could be either way round is both. Digits alone must be eight: in more, one
 * may be a misread stroke, and the rest a day that stands nowhere.
 */
export function printedDays(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const text = line.toUpperCase().replaceAll(/[^A-Z0-9./-]/g, '');
    const [, day = '', month = '', year = ''] = named.exec(text.replaceAll(/[./-]/g, '')) ?? [];
    if (year !== '') return real(year, String(months.indexOf(month) + 1).padStart(2, '0'), day);
    const [, first = '', second = '', last = ''] = parted.exec(text) ?? unparted.exec(text) ?? [];
    if (last !== '') return [...real(last, second, first), ...real(last, first, second)];
    const iso = yearFirst.exec(text);
    if (iso === null || (iso[2] === '' && !/^(?:.*\D)?\d{8}$/.test(text))) return [];
    return real(iso[1] ?? '', iso[3] ?? '', iso[4] ?? '');
  });
}

function real(year: string, month: string, day: string): string[] {
  const text = `${year}-${month}-${day}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? [text] : [];
}
