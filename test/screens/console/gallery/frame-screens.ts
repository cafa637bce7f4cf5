import { say } from '../console-words';
import { press, shows, type ConsoleScreen } from './console-screen';

/** Around all others, and over them. */
export const frameScreens: readonly ConsoleScreen[] = [
  { name: 'start', role: 'reviewer', path: '/', title: 'nav.queue' },
  { name: 'not-found', role: 'admin', path: '/nowhere', title: 'not_found.title' },
  {
    name: 'shortcuts',
    role: 'senior',
    path: '/queue',
    title: 'nav.queue',
    async reach(reviewer) {
      await reviewer.page.locator('tbody tr[data-linked]').first().waitFor();
      await reviewer.page.keyboard.press('?');
      await shows('shortcut.on')(reviewer);
    },
  },
  {
    name: 'loading',
    role: 'reviewer',
    path: '/',
    title: 'nav.queue',
    async reach({ page }) {
      // No answer comes, as on a slow line.
      await page.route(/\/api\/v1\/sessions/, () => undefined);
      await page.getByRole('link', { name: say('nav.sessions'), exact: true }).click();
      await page.locator('tr.waiting').first().waitFor();
    },
  },
  {
    name: 'failed',
    role: 'reviewer',
    path: '/',
    title: 'nav.queue',
    async reach({ page }) {
      const problem = {
        error: 'internal_error',
        detail: 'The answer could not be made because something went wrong on our side.',
        request_id: 'req_01m8nk12bty03m7v6520yg6990',
      };
      await page.route(/\/api\/v1\/sessions/, (route) =>
        route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify(problem),
        }),
      );
      await page.getByRole('link', { name: say('nav.sessions'), exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'signed-out',
    role: 'admin',
    path: '/keys',
    title: 'nav.keys',
    async reach(reviewer) {
      await reviewer.context.clearCookies();
      await press('keys.create')(reviewer);
      const dialog = reviewer.page.getByRole('dialog');
      await dialog.getByLabel(say('keys.label'), { exact: true }).fill('Shop');
      await dialog.getByText('sessions:read', { exact: true }).click();
      await dialog.getByRole('button', { name: say('keys.create'), exact: true }).click();
      await shows('proof.sign_in.title')(reviewer);
    },
  },
];
