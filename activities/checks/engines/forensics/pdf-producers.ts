import { xmpTexts } from './metadata-texts';

/** Literal strings of the information dictionary; nested brackets are not worth a parser here. */
const literal = /\/(?:Producer|Creator)\s*\(((?:\\.|[^\\)]){0,400})\)/g;
const hexadecimal = /\/(?:Producer|Creator)\s*<([0-9A-Fa-f\s]{2,1600})>/g;

/**
 * What made a PDF, as far as it says so in the open: an information dictionary or an XMP packet inside a
 * compressed object stream is not seen.
 */
export function pdfProducers(bytes: Buffer): readonly string[] {
  const source = bytes.toString('latin1');
  const literals = [...source.matchAll(literal)].map(([, text = '']) =>
    pdfText(Buffer.from(text.replaceAll(/\\([\\()])/g, '$1'), 'latin1')),
  );
  const coded = [...source.matchAll(hexadecimal)].map(([, digits = '']) =>
    pdfText(Buffer.from(digits.replaceAll(/\s/g, ''), 'hex')),
  );
  return [...literals, ...coded, ...xmpTexts(source)];
}

/** PDFDocEncoding's letters are Latin-1's; UTF-16 is told by its byte order mark. */
function pdfText(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isUtf16 && bytes.length % 2 === 0
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
