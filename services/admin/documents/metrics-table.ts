import { definitionOf, metricNames, type MetricName } from '../../../shared/metrics/catalogue';

const begin = '<!-- metrics: written by `npm run docs` -->';
const end = '<!-- /metrics -->';

/** The operators' page with its table of metrics as the catalogue has them; the rest of it is written by hand. */
export function withMetricsTable(document: string): string {
  const [before, rest] = [document.indexOf(begin), document.indexOf(end)];
  if (before < 0 || rest < before) throw new Error(`the page has no ${begin} … ${end}`);
  return `${document.slice(0, before)}${begin}\n\n${renderMetricsTable()}\n${document.slice(rest)}`;
}

/** The catalogue as an operator wants it; no knowledge of its own. */
function renderMetricsTable(): string {
  const rows = [
    ['metric', 'kind', 'of', 'labels', 'says'],
    ['---', '---', '---', '---', '---'],
    ...metricNames.map(cellsOf),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function cellsOf(name: MetricName): readonly string[] {
  const { kind, of, help, labels } = definitionOf(name);
  const listed = Object.keys(labels)
    .map((label) => `\`${label}\``)
    .join(', ');
  return [`\`${name}\``, kind, of === 'both' ? 'api, worker' : of, listed, help];
}
