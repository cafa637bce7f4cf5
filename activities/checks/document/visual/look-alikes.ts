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

/** Whether one character may have been read as the other. */
export function lookAlike(a: string, b: string): boolean {
  return a === b || groups.some((group) => group.includes(a) && group.includes(b));
}

/** The positions at which two texts of one length differ and no misreading explains it. */
export function plainDifferences(a: string, b: string): number {
  return Array.from(a).filter((character, index) => !lookAlike(character, b.charAt(index))).length;
}
