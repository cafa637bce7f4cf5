import { glyphLooks, type GlyphLook } from './glyph-likeness';
import drawn from './ocr-b-glyphs.json';

/**
 * The forms of OCR-B (ISO 1073-2), as grey cells of three weights, drawn from the font by Raisty (SIL OFL 1.1)
 * with `test/tools/accuracy/zone-font/draw-ocr-b.ts`.
 */
const cells = new Map<string, readonly string[]>(Object.entries(drawn));
const looks = new Map<string, readonly GlyphLook[]>();

/**
 * A character in OCR-B in every weight and blur, in one order for all characters. Made ready at first use.
 * @throws Error for what no zone has
 */
export function ocrBLooks(character: string): readonly GlyphLook[] {
  const known = looks.get(character);
  if (known !== undefined) return known;
  const weights = cells.get(character);
  if (weights === undefined) throw new Error(`OCR-B has no form of "${character}" in a zone.`);
  const made = weights.flatMap((cell) =>
    glyphLooks(Float32Array.from(Buffer.from(cell, 'base64'))),
  );
  looks.set(character, made);
  return made;
}
