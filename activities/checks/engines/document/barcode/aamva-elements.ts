/** A barcode of the AAMVA card design standard, versions 1 to 10, taken apart but not yet understood. */
export interface AamvaBarcode {
  /** Who issued it: six digits. */
  readonly issuerNumber: string;
  readonly subfile: 'DL' | 'ID' | 'EN';
  /** The first value of each element, by its three letters. */
  readonly elements: ReadonlyMap<string, string>;
}

/** `ANSI ` since version 2, `AAMVA` before; then the issuer and the version (annex D, "Header"). */
const header = /^@[\n\r\u001e]{0,4}(?:ANSI |AAMVA)(\d{6})\d{2}/;
/**
 * The header's last designator runs straight into its subfile and its first element: `…DLDAQ123`. The
 * offsets that the designators give are wrong on enough cards that readers go by the letters.
 */
const start = /^[\s\S]*?(DL|ID|EN)(?=D[A-Z]{2}[^\r\n]*[\r\n])/;
const element = /^(?:DL|ID|EN)?([DZ][A-Z]{2})(.*)$/;

/** Undefined when the text is no such barcode. */
export function aamvaElements(text: string): AamvaBarcode | undefined {
  const [, issuerNumber] = header.exec(text) ?? [];
  const [head, designator] = start.exec(text) ?? [];
  if (issuerNumber === undefined || head === undefined) return undefined;
  const elements = new Map<string, string>();
  for (const line of text.slice(head.length).split(/[\n\r\u001e]+/)) {
    const [, name, value] = element.exec(line) ?? [];
    if (name !== undefined && !elements.has(name)) elements.set(name, (value ?? '').trim());
  }
  const subfile = designator === 'ID' || designator === 'EN' ? designator : 'DL';
  return { issuerNumber, subfile, elements };
}
