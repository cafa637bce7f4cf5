import { account, authenticator, password, setupToken } from '../../../api/console/browser';
import { accountWithCodes } from '../account';
import type { Reviewer } from '../console-browser';
import { say } from '../console-words';
import { press, shows, type ConsoleScreen } from './console-screen';

const nobody = { role: null, path: '/', title: 'sign_in.title' } as const;

async function enter({ page }: Reviewer, email: string, given = password): Promise<void> {
  await page.getByLabel(say('sign_in.email')).fill(email);
  await page.getByLabel(say('sign_in.password')).fill(given);
  await page.getByRole('button', { name: say('sign_in.go'), exact: true }).click();
}

/** Before the console: each step of the way into it. */
export const signInScreens: readonly ConsoleScreen[] = [
  { ...nobody, name: 'sign-in' },
  {
    ...nobody,
    name: 'sign-in-wrong',
    async reach(reviewer) {
      await enter(reviewer, 'nobody@northern.example');
      await shows('sign_in.wrong')(reviewer);
    },
  },
  {
    ...nobody,
    name: 'sign-in-refused-elsewhere',
    path: '/sign-in?error=not_invited',
    reach: ({ page }) => page.getByRole('alert').waitFor(),
  },
  {
    ...nobody,
    name: 'sign-in-code',
    async reach(reviewer, { desk }) {
      const { email } = await accountWithCodes(desk.api, 'senior', () => new Date());
      await enter(reviewer, email);
      await reviewer.page.getByLabel(say('sign_in.code'), { exact: true }).waitFor();
    },
  },
  {
    ...nobody,
    name: 'sign-in-recovery-code',
    async reach(reviewer, { desk }) {
      const { email } = await accountWithCodes(desk.api, 'senior', () => new Date());
      await enter(reviewer, email);
      await press('sign_in.lost')(reviewer);
      const code = reviewer.page.getByLabel(say('sign_in.recovery_code'), { exact: true });
      await code.fill('gjar-mbhs-webb-wrong');
      await press('sign_in.go')(reviewer);
      await shows('sign_in.code.wrong')(reviewer);
    },
  },
  {
    ...nobody,
    name: 'enrol',
    async reach(reviewer, { desk }) {
      await account(desk.api, { email: 'enrols@northern.example', role: 'admin' });
      await enter(reviewer, 'enrols@northern.example');
      await reviewer.page.getByRole('img', { name: say('enrol.picture') }).waitFor();
    },
  },
  {
    ...nobody,
    name: 'recovery-codes',
    async reach(reviewer, { desk }) {
      const { page } = reviewer;
      await account(desk.api, { email: 'keeps@northern.example', role: 'admin' });
      await enter(reviewer, 'keeps@northern.example');
      await page.getByRole('img', { name: say('enrol.picture') }).waitFor();
      const secret = (await page.getByRole('button', { name: /^Copy / }).textContent()) ?? '';
      const code = authenticator({ secret, otpauth_url: `otpauth://totp/x?secret=${secret}` });
      await page.getByLabel(say('sign_in.code'), { exact: true }).fill(code(new Date()));
      await press('enrol.go')(reviewer);
      await shows('recovery.title')(reviewer);
    },
  },
  {
    name: 'set-up',
    role: null,
    route: '/set-up',
    async path(api) {
      const email = 'sets-up@northern.example';
      const id = await account(api, { email, role: 'reviewer', hasPassword: false });
      return `/set-up#${await setupToken(api, id)}`;
    },
    title: 'set_up.title',
    async reach(reviewer) {
      await reviewer.page.getByLabel(say('set_up.password'), { exact: true }).fill('password1234');
      await press('set_up.go')(reviewer);
      await reviewer.page.locator('.field-error').waitFor();
    },
  },
  { name: 'set-up-over', role: null, path: '/set-up', title: 'set_up.over.title' },
];
