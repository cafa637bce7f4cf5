/**
 * Whole years between two calendar days. One who was born on 29 February comes of age on 1 March of
 * a year without that day.
 */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
