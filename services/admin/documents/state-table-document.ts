import { transitionTable, type TransitionRow } from '../../../shared/domain/lifecycle/table';

const heading = `# Session states

Generated from \`shared/domain/lifecycle/table.ts\` by \`npm run docs\`; a test holds it to the code. A status
and event without a row is refused with 409 \`invalid_state\` and changes nothing. \`same\`: the status
stays; \`before\`: the status before the reprocess.

| from | event | only when | to | effects |
| --- | --- | --- | --- | --- |
`;

/** The table as a reader wants it; no knowledge of its own. */
export function renderStateTable(): string {
  return heading + transitionTable.map(renderRow).join('');
}

function renderRow(row: TransitionRow): string {
  const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
  return `| ${[code(row.from), code([row.on]), row.when.join(', '), code([row.to]), code(row.effects)].join(' | ')} |\n`;
}
