/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDay = string;

/** The day `YYMMDD` names in a given century, or undefined when there is no such day. */
function dayIn(century: number, text: string): CalendarDay | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const year = century + Number(text.slice(0, 2));
  const month = Number(text.slice(2, 4));
  const day = Number(text.slice(4, 6));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Nobody is born in the future: this century if that day is not after today, else the last. */
export function birthDay(text: string, today: CalendarDay): CalendarDay | null {
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const thisCentury = dayIn(century, text);
  if (thisCentury !== undefined && thisCentury <= today) return thisCentury;
  return dayIn(century - 100, text) ?? null;
}

/** Documents run for ten years or so: of the three centuries around, the one nearest to today. */
export function expiryDay(text: string, today: CalendarDay): CalendarDay | null {
  const year = Number(today.slice(0, 4));
  const century = Math.floor(year / 100) * 100;
  const nearest = [century - 100, century, century + 100]
    .map((start) => dayIn(start, text))
    .filter((day) => day !== undefined)
    .sort((a, b) => distance(a, year) - distance(b, year));
  return nearest[0] ?? null;
}

function distance(day: CalendarDay, year: number): number {
  return Math.abs(Number(day.slice(0, 4)) - year);
}
