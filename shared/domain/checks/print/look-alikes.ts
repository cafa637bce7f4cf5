/** Shapes that a recogniser takes for each other on a poor picture. */
const groups = [
  'O0QDUC',
  'I1LJT7',
  'Z27',
  'S58',
  'G6C',
  'B83E',
  'A4',
  'UV',
  'MNWH',
  'PRF',
  'KX',
  'VY',
  '0689',
  '35',
] as const;

/** No recogniser tells these apart on any picture, however certain it is. */
const twins = ['O0', 'I1L'] as const;

/** Whether one character may have been read as the other. */
export function lookAlike(a: string, b: string): boolean {
  return a === b || groups.some((group) => group.includes(a) && group.includes(b));
}

/** Whether a character that was read with certainty may still be the other. */
export function isTwin(a: string, b: string): boolean {
  return a === b || twins.some((twin) => twin.includes(a) && twin.includes(b));
}

/** Every character that looks like one, itself among them. */
export function alikeTo(character: string): readonly string[] {
  const alike = groups.filter((group) => group.includes(character)).join('');
  return Array.from(new Set(character + alike));
}

/** The positions at which two texts of one length differ and no misreading explains it. */
export function plainDifferences(a: string, b: string): number {
  return Array.from(a).filter((character, index) => !lookAlike(character, b.charAt(index))).length;
}
