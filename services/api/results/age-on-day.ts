const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Full years on a calendar day in the organisation's time zone; null for what is no date. */
export function ageOnDay(dateOfBirth: unknown, at: Date, timeZone: string): number | null {
  const born = typeof dateOfBirth === 'string' ? parseDay(dateOfBirth) : null;
  if (born === null) return null;
  // The Swedish locale writes days as ISO 8601 does.
  const today = parseDay(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at));
  if (today === null) return null;
  const years = today.year - born.year;
  const hadBirthday =
    today.month > born.month || (today.month === born.month && today.day >= born.day);
  return hadBirthday ? years : years - 1;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parseDay(text: string): Day | null {
  const [, year, month, day] = isoDay.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return { year: Number(year), month: Number(month), day: Number(day) };
}
