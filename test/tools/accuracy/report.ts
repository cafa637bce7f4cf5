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

const fallsShort = 'What falls short';

/** `deploy/ACCURACY.md`: made by `npm run accuracy`, never by hand. */
export function renderReport(sections: readonly Section[], madeOn: string): string {
  const shortfalls = shortfallLines(sections);
  return `${[
    '# Measured accuracy',
    `Made by \`npm run accuracy\`, on ${madeOn}. Made-up documents and packaged faces: what these sets are, and are not, stands with each. A rate is followed by its 95 % interval (Wilson). Nothing here is a promise about your people, your documents or your phones: measure on them before you rely on it.`,
    `## ${fallsShort}`,
    shortfalls.length === 0 ? 'Nothing measured here.' : shortfalls.join('\n'),
    ...sections.flatMap(({ title, words, tables }) => [
      `## ${title}`,
      ...words,
      ...tables.map(renderTable),
    ]),
  ].join('\n\n')}\n`;
}

function shortfallLines(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ title, shortfalls }) =>
    shortfalls.map((line) => `- ${title}: ${line}`),
  );
}

/**
 * A report with some of its sections measured anew. The others stay as they are, and so do their shortfalls; a section
 * that was not there stands before the others.
 */
export function withSections(report: string, sections: readonly Section[], madeOn: string): string {
  const parts = report.split(/^(?=## )/m).map((part) => part.trim());
  const anew = renderReport(sections, madeOn)
    .split(/^(?=## )/m)
    .map((part) => part.trim());
  const titleOf = (part: string): string => /^## (.*)/.exec(part)?.[1] ?? '';
  const isAnew = (title: string): boolean => sections.some((section) => section.title === title);
  const kept = parts.filter((part) => titleOf(part) !== '' && titleOf(part) !== fallsShort);
  const fresh = anew.filter((part) => isAnew(titleOf(part)));
  const known = new Set(kept.map(titleOf));
  const body = [
    ...fresh.filter((part) => !known.has(titleOf(part))),
    ...kept.map((part) => fresh.find((one) => titleOf(one) === titleOf(part)) ?? part),
  ];
  const lines = parts
    .filter((part) => titleOf(part) === fallsShort)
    .flatMap((part) => part.split('\n').filter((line) => line.startsWith('- ')))
    .filter((line) => !isAnew(line.slice(2, line.indexOf(':'))));
  const shortfalls = [...shortfallLines(sections), ...lines];
  return `${[
    anew[0] ?? '',
    `## ${fallsShort}`,
    shortfalls.length === 0 ? 'Nothing measured here.' : shortfalls.join('\n'),
    ...body,
  ].join('\n\n')}\n`;
}

function renderTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
