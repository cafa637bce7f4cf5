/** One record; `line` is the line of the file that it begins on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type ReadCsv =
  | { readonly kind: 'read'; readonly records: readonly CsvRecord[] }
  | { readonly kind: 'malformed'; readonly line: number };

/** A cell, in quotes or bare, and what ends it; bare cells hold no quote. */
const cellForm = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * CSV of RFC 4180: quotes double themselves, line ends and commas stand inside quotes. Line ends of all
 * systems are taken, a byte order mark too; empty lines are no records.
 */
export function readCsv(text: string): ReadCsv {
  const source = text.replace(/^\uFEFF/, '');
  const form = new RegExp(cellForm);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let begun = 1;
  let line = 1;
  while (form.lastIndex < source.length || cells.length > 0) {
    const [whole, quoted, bare = '', end = ''] = form.exec(source) ?? [];
    if (whole === undefined) return { kind: 'malformed', line };
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    line += countLineEnds(whole);
    if (end === ',') continue;
    const isEmptyLine = cells.length === 1 && quoted === undefined && bare === '';
    if (!isEmptyLine) records.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return { kind: 'read', records };
}

/** A cell as it has to be written, so that it is read as it was. */
export function csvCell(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
