import { readFileSync } from 'node:fs';
import { renderStateTable } from '../../../services/admin/documents/state-table-document';

test('deploy/STATES.md says what the table says (`npm run docs` writes it)', () => {
  expect(readFileSync('deploy/STATES.md', 'utf8')).toBe(renderStateTable());
});
