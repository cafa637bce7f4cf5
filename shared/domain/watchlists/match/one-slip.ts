/** Whether one letter put wrong, left out, put in, or two neighbours exchanged make one word the other. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short.charAt(from) === long.charAt(from)) from += 1;
  if (short.length < long.length) return short.slice(from) === long.slice(from + 1);
  if (short.slice(from + 1) === long.slice(from + 1)) return true;
  return (
    short.charAt(from) === long.charAt(from + 1) &&
    short.charAt(from + 1) === long.charAt(from) &&
    short.slice(from + 2) === long.slice(from + 2)
  );
}
