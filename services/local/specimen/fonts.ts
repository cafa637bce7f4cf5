import { parse, type Font } from 'opentype.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Text becomes paths here, because a fresh machine has no fonts that could be relied upon. */
export interface SpecimenFonts {
  readonly ocrB: Font;
  readonly text: Font;
}

/**
 * @param directory of the artifact `specimen-fonts`: OCR-B by Raisty (SIL OFL 1.1) and DejaVu Sans
 * Mono.
 */
export async function loadFonts(directory: string): Promise<SpecimenFonts> {
  return {
    ocrB: await load(join(directory, 'OCR-B.ttf')),
    text: await load(join(directory, 'DejaVuSansMono.ttf')),
  };
}

async function load(path: string): Promise<Font> {
  const bytes = await readFile(path);
  const copy = new Uint8Array(bytes).buffer;
  return parse(copy);
}
