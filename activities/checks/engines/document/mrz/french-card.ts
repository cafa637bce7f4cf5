/**
 * France's card of 1988–2021: two lines of 36 that are no TD2: family name, department and office; the
 * number of 12 with its digit, given names, birth, sex, one digit over all.
 */
const first = /^[I1]DFRA[A-Z<]{25}[0-9A-Z<]{6}$/;
const second = /^[0-9A-Z]{12}[0-9O][A-Z<]{14}[0-9OISB]{6}[0-9O][MF<][0-9O]$/;

/** Whether neighbouring lines, in reading order, are that card's: readable, but of no ICAO format. */
export function holdsFrenchCard(lines: readonly string[]): boolean {
  return lines.some((line, index) => first.test(line) && second.test(lines[index + 1] ?? ''));
}
