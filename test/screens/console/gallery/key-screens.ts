import { say } from '../console-words';
import { press, shows, type ConsoleScreen } from './console-screen';

const keys = { path: '/keys', title: 'nav.keys', role: 'admin' } as const;

export const keyScreens: readonly ConsoleScreen[] = [
  { ...keys, name: 'keys-create', reach: press('keys.create') },
  {
    ...keys,
    name: 'keys-made',
    async reach(reviewer) {
      await press('keys.create')(reviewer);
      const dialog = reviewer.page.getByRole('dialog');
      await dialog.getByLabel(say('keys.label'), { exact: true }).fill('Shop, production');
      await dialog
        .getByLabel(say('keys.from'), { exact: true })
        .fill('203.0.113.0/24\n2001:db8::/32');
      await dialog.getByText('sessions:read', { exact: true }).click();
      await dialog.getByText('sessions:create', { exact: true }).click();
      await dialog.getByRole('button', { name: say('keys.create'), exact: true }).click();
      await reviewer.page.getByLabel(say('keys.secret'), { exact: true }).waitFor();
    },
  },
  { ...keys, name: 'keys', reach: shows('keys.status.active') },
  {
    ...keys,
    name: 'keys-revoke',
    reach: ({ page }) =>
      page
        .getByRole('button', { name: /^Revoke/ })
        .first()
        .click(),
  },
  { ...keys, name: 'keys-forbidden', role: 'reviewer', reach: shows('problem.forbidden') },
];
