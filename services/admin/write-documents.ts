import { readFile, writeFile } from 'node:fs/promises';
import { withMetricsTable } from './documents/metrics-table';
import { renderRiskTable } from './documents/risk-document';
import { renderStateTable } from './documents/state-table-document';
import type { Program } from './program';

/** `npm run docs`: writes the documents that are generated from code. */
export const writeDocuments: Program = {
  usage: 'write-documents',
  run: async () => {
    await writeFile('deploy/STATES.md', renderStateTable());
    await writeFile('deploy/RISK.md', renderRiskTable());
    const monitoring = await readFile('deploy/MONITORING.md', 'utf8');
    await writeFile('deploy/MONITORING.md', withMetricsTable(monitoring));
  },
};
