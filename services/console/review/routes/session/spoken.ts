/** A code as it is read: there are more of them than sentences, and each says what it is. */
export function spoken(code: string): string {
  const words = code.replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
