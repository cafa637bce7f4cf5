import type { GlyphCell } from './glyph-cells';
import { glyphLikeness } from './glyph-likeness';
import { ocrBLooks } from './ocr-b-glyphs';

export interface ComparedFont {
  /** 0–1, of the look that fits best: all characters of a zone have one weight and one blur. */
  readonly likeness: number;
  /** A look so blurred that other fonts come near it. */
  readonly smeared: boolean;
}

/** Fewer different characters are too few to tell fonts apart. */
const minimumCharacters = 8;

/** How alike a zone's characters are to OCR-B; null where too few were read. */
export function compareWithOcrB(cells: readonly GlyphCell[]): ComparedFont | null {
  const byCharacter = new Map<string, GlyphCell[]>();
  for (const cell of cells) {
    const same = byCharacter.get(cell.character);
    if (same === undefined) byCharacter.set(cell.character, [cell]);
    else same.push(cell);
  }
  if (byCharacter.size < minimumCharacters) return null;
  const sums: number[] = [];
  const smeared: boolean[] = [];
  for (const [character, same] of byCharacter) {
    for (const [at, look] of ocrBLooks(character).entries()) {
      const sum = same.reduce((total, { ink }) => total + glyphLikeness(ink, look), 0);
      // Each form counts once: half of a zone may be fillers.
      sums[at] = (sums[at] ?? 0) + sum / same.length;
      smeared[at] = look.smeared;
    }
  }
  const best = Math.max(...sums);
  return {
    likeness: Math.max(0, best / byCharacter.size),
    smeared: smeared[sums.indexOf(best)] ?? true,
  };
}
