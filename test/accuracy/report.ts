/** One part of the report: words, then tables. */
export interface Section {
  readonly title: string;
  readonly words: readonly string[];
  readonly tables: readonly Table[];
  /** Lines to read first: what fell short of its aim. */
  readonly shortfalls: readonly string[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `deploy/ACCURACY.md`: made by `npm run accuracy`, never by hand. */
export function renderReport(sections: readonly Section[], madeOn: string): string {
  const shortfalls = sections.flatMap(({ title, shortfalls: lines }) =>
    lines.map((line) => `- ${title}: ${line}`),
  );
  return `${[
    '# Measured accuracy',
    `Made by \`npm run accuracy\`, on ${madeOn}. Made-up documents and packaged faces: what these sets are, and are not, stands with each. A rate is followed by its 95 % interval (Wilson). Nothing here is a promise about your people, your documents or your phones: measure on them before you rely on it.`,
    '## What falls short',
    shortfalls.length === 0 ? 'Nothing measured here.' : shortfalls.join('\n'),
    ...sections.flatMap(({ title, words, tables }) => [
      `## ${title}`,
      ...words,
      ...tables.map(renderTable),
    ]),
  ].join('\n\n')}\n`;
}

function renderTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
