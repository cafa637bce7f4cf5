import { readFileSync } from 'node:fs';
import { renderRiskTable } from '../../../services/admin/documents/risk-document';

test('deploy/RISK.md says what the catalogue says (`npm run docs` writes it)', () => {
  expect(readFileSync('deploy/RISK.md', 'utf8')).toBe(renderRiskTable());
});
