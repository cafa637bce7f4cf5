import { needsFreshSignIn, roleScopes, userRoles } from '../../../shared/domain/auth/roles';
import { scopes } from '../../../shared/domain/auth/scopes';

it('each role has what the one below it has', () => {
  const has = (role: (typeof userRoles)[number]) => new Set(roleScopes[role]);
  expect([...has('reviewer')].filter((scope) => !has('senior').has(scope))).toEqual([]);
  expect([...has('senior')].filter((scope) => !has('admin').has(scope))).toEqual([]);
  expect([...has('admin')].sort()).toEqual([...scopes].sort());
});

it('an auditor reads, and sees no picture; keys, people, erasure and settings are for admins', () => {
  expect(roleScopes.auditor.every((scope) => scope.endsWith(':read'))).toBe(true);
  expect(roleScopes.auditor).not.toContain('documents:read');
  for (const scope of [
    'keys:write',
    'users:write',
    'redact:write',
    'organization:write',
    'pii:export',
  ] as const) {
    expect(userRoles.filter((role) => roleScopes[role].includes(scope))).toEqual(['admin']);
  }
});

it('a fresh second factor is asked for what gives rights away or erases, and for no read', () => {
  for (const scope of scopes) {
    expect(needsFreshSignIn('GET', [scope])).toBe(false);
    expect([scope, needsFreshSignIn('POST', [scope])]).toEqual([
      scope,
      ['keys:write', 'users:write', 'redact:write'].includes(scope),
    ]);
  }
});
