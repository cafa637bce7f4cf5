import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roleScopes, userRoles } from '../../../shared/domain/auth/roles';
import { scopes } from '../../../shared/domain/auth/scopes';

it('deploy/CONSOLE.md says of every role and every scope what the code says', async () => {
  const document = await readFile(join(__dirname, '../../../deploy/CONSOLE.md'), 'utf8');
  const rows = document
    .split('\n')
    .filter((line) => /^\| (scope|`[a-z]+:[a-z]+`) /.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows).toEqual([
    ['scope', ...userRoles],
    ...scopes.map((scope) => [
      `\`${scope}\``,
      ...userRoles.map((role) => (roleScopes[role].includes(scope) ? 'yes' : '')),
    ]),
  ]);
});
