import { writeFileSync } from 'node:fs';
import { renderRiskTable } from './risk-document';
import { renderStateTable } from './state-table-document';

/** `npm run docs`: writes the documents that are generated from code. */
writeFileSync('deploy/STATES.md', renderStateTable());
writeFileSync('deploy/RISK.md', renderRiskTable());
