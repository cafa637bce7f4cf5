import { press, shows, type ConsoleScreen } from './console-screen';

const audit = { title: 'nav.audit', role: 'auditor' } as const;

export const auditScreens: readonly ConsoleScreen[] = [
  {
    ...audit,
    name: 'audit',
    path: '/audit',
    async reach(reviewer) {
      await reviewer.page.getByRole('row').nth(1).waitFor();
      await press('audit.chain.verify')(reviewer);
      await shows('audit.chain.holds')(reviewer);
    },
  },
  {
    ...audit,
    name: 'audit-refused-filter',
    path: '/audit?since=no-day',
    reach: ({ page }) => page.getByRole('alert').waitFor(),
  },
];
