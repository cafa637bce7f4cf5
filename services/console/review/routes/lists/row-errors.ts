import type { FieldProblem } from '../../api/problem';

/** What is wrong in one line of a file, beside what stands there. */
export interface RowError {
  readonly line: number;
  readonly text: string;
  readonly messages: readonly string[];
}

/** The refused lines of a file, in its order; the API names them `lines.7` or `lines.7.email`, counted from 1. */
export function rowErrors(csv: string, problems: readonly FieldProblem[]): readonly RowError[] {
  const lines = csv.split(/\r\n|\n|\r/);
  const byLine = new Map<number, string[]>();
  for (const { field, message } of problems) {
    const [, line, column] = /^lines\.(\d+)(?:\.(.+))?$/.exec(field) ?? [];
    if (line === undefined) continue;
    const said = byLine.get(Number(line)) ?? [];
    said.push(column === undefined ? message : `${column} ${message}`);
    byLine.set(Number(line), said);
  }
  return [...byLine]
    .sort(([one], [other]) => one - other)
    .map(([line, messages]) => ({ line, text: lines[line - 1] ?? '', messages }));
}
