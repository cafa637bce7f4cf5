import { destinationsFor } from '../../../../services/console/review/frame/navigation';
import { roleScopes, userRoles } from '../../../../shared/domain/auth/roles';
import { scopes } from '../../../../shared/domain/auth/scopes';

const allSections = destinationsFor(scopes);
const all = allSections.flatMap(({ destinations }) => destinations);

it.each(userRoles)('shows a %s what they may use, and no section that is empty', (role) => {
  const sections = destinationsFor(roleScopes[role]);
  const shown = sections.flatMap(({ destinations }) => destinations);
  expect(shown).toEqual(all.filter(({ scope }) => roleScopes[role].includes(scope)));
  expect(sections.every(({ destinations }) => destinations.length > 0)).toBe(true);
});

it('leads to each screen by a key of its own', () => {
  const keys = all.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every((key) => /^[a-z]$/.test(key))).toBe(true);
});
