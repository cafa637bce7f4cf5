export type DatePart = 'day' | 'month' | 'year';
export type DateParts = Readonly<Record<DatePart, string>>;

/** The reader's own kind of a language, as their browser names it: "en" writes dates one way in London, one in Ohio. */
export function regionalTag(language: string, languages: readonly string[]): string {
  return languages.find((tag) => tag.split('-')[0] === language.split('-')[0]) ?? language;
}

/** In which order a language writes day, month and year. */
export function datePartsOrder(language: string): readonly DatePart[] {
  const parts = new Intl.DateTimeFormat(language, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    calendar: 'gregory',
  }).formatToParts(new Date(Date.UTC(2001, 10, 12)));
  return parts.flatMap(({ type }) =>
    type === 'day' || type === 'month' || type === 'year' ? [type] : [],
  );
}

/** `YYYY-MM-DD`; null while it is no day of the calendar. */
export function dayOf({ day, month, year }: DateParts): string | null {
  const [y, m, d] = [year, month, day].map(digits);
  if (y === undefined || m === undefined || d === undefined) return null;
  if (!/^\d{4}$/.test(y) || !/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d)) return null;
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // 30 February would come out as a day of March.
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? null : iso;
}

export function partsOf(iso: string): DateParts {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { day, month, year };
}

/** Digits of any script as the ones that the server reads: phones set to Arabic type ٣ for 3. */
function digits(text: string): string {
  return text.trim().replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Each script's ten digits lie together, zero first, at a multiple of ten or sixteen.
    for (let zero = code; zero > code - 10; zero -= 1) {
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    }
    return String(code % 10);
  });
}
