import type { Font } from 'opentype.js';
import sharp from 'sharp';
import { mrzCharacters } from '../../../../activities/checks/engines/document/ocr/ctc-decode';
import { glyphCells } from '../../../../activities/checks/engines/document/zone-font/glyph-cells';
import { mrzLine, svgDocument } from '../../../../services/local/specimen/svg';

const pitchPx = 24;
const [heightPx, baselinePx] = [48, 36];

/** Lasers engrave thinner than the standard's stroke of some 3.3 px here, ink runs thicker. */
const outlines = [
  { colour: '#fff', widthPx: 1.6 },
  { colour: '#fff', widthPx: 0 },
  { colour: '#111', widthPx: 1.4 },
];

/** The cells of all characters of a zone in each weight, as base64: what `ocr-b-glyphs.json` holds of OCR-B. */
export async function drawGlyphs(font: Font): Promise<Record<string, string[]>> {
  const glyphs: Record<string, string[]> = {};
  for (const outline of outlines) {
    for (const [character, cell] of await drawLine(font, outline)) {
      (glyphs[character] ??= []).push(cell);
    }
  }
  return glyphs;
}

async function drawLine(
  font: Font,
  { colour, widthPx }: { readonly colour: string; readonly widthPx: number },
): Promise<readonly (readonly [string, string])[]> {
  const width = (mrzCharacters.length + 2) * pitchPx;
  const paths = mrzLine(font, mrzCharacters, pitchPx, baselinePx, pitchPx);
  const line = `<g stroke="${colour}" stroke-width="${String(widthPx)}">${paths}</g>`;
  const paper = `<rect width="${String(width)}" height="${String(heightPx)}" fill="#fff"/>`;
  const { data, info } = await sharp(svgDocument(width, heightPx, paper + line))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const strip = { data, width: info.width, height: info.height, channels: 1 } as const;
  const placed = Array.from(mrzCharacters).map((character, index) => ({
    character,
    x: (index + 1.5) * pitchPx,
  }));
  const cells = glyphCells(strip, placed);
  if (cells === undefined) throw new Error('the font has no such line');
  return cells.map(({ character, ink }) => [
    character,
    Buffer.from(Uint8Array.from(ink, Math.round)).toString('base64'),
  ]);
}
