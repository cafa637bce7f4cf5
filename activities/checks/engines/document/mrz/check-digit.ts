const weights = [7, 3, 1] as const;

/** ICAO 9303-3 §4.9: 0–9 count themselves, A–Z 10–35, the filler 0; anything else is no MRZ. */
function characterValue(character: string): number {
  if (character === '<') return 0;
  const code = character.charCodeAt(0);
  if (character >= '0' && character <= '9') return code - 48;
  if (character >= 'A' && character <= 'Z') return code - 55;
  return Number.NaN;
}

/** The check digit of a field, weights 7 3 1 repeating, modulo 10. */
export function checkDigit(field: string): string {
  let sum = 0;
  for (let index = 0; index < field.length; index += 1) {
    sum += characterValue(field.charAt(index)) * (weights[index % 3] ?? 0);
  }
  return Number.isNaN(sum) ? '?' : String(sum % 10);
}
