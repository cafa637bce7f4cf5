const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/**
 * The calendar days that stand in lines of print: `10MAR1990`, `10031990` (day first) and `03101990`
 * (month first, as North America prints them), behind whatever label (`4b EXP`). A day that could be either is both.
 */
export function printedDays(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const text = line.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    const named = /(\d{2})([A-Z]{3})[A-Z]*(\d{4})/.exec(text);
    if (named !== null) {
      const [, day = '', month = '', year = ''] = named;
      return real(year, String(months.indexOf(month) + 1).padStart(2, '0'), day);
    }
    const [, first = '', second = '', year = ''] =
      /^(?:.*\D|\d)?(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text) ?? [];
    if (year !== '') return [...real(year, second, first), ...real(year, first, second)];
    const [, isoYear = '', month = '', day = ''] =
      /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
    return isoYear === '' ? [] : real(isoYear, month, day);
  });
}

function real(year: string, month: string, day: string): string[] {
  const text = `${year}-${month}-${day}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? [text] : [];
}
