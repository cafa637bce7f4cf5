/** A whole number as somebody types it; null for what is none, so that it is never sent as a default. */
export function wholeNumber(typed: string): number | null {
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}
