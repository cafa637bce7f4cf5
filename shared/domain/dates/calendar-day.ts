/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDay = string;

/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a time zone. */
export function calendarDay(instant: Date, timeZone = 'UTC'): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
