import type { UserRole } from '../../../shared/domain/auth/roles';
import type { UserId } from '../../../shared/domain/ids';
import { account, authenticator, openBrowser, password } from '../../api/console/browser';
import type { RunningApi } from '../../api/running-api';
import { takeSignIn, type Reviewer } from './console-browser';

/** An account that is set up: with the password of these tests, and an app that makes codes. */
export interface Account {
  readonly userId: UserId;
  readonly email: string;
  readonly password: string;
  /** What the app shows at this moment; each is good once. */
  readonly code: (at: Date) => string;
  /** Gives the reviewer's browser a sign-in of this account. */
  readonly enter: (reviewer: Reviewer) => Promise<void>;
}

let made = 0;

export async function accountWithCodes(
  api: RunningApi,
  role: UserRole,
  now: () => Date,
): Promise<Account> {
  made += 1;
  const email = `person-${String(made)}@example.org`;
  const userId = await account(api, { email, role });
  const browser = openBrowser(api);
  await browser.ask('POST', '/console/login', { email, password });
  if (role === 'reviewer' || role === 'auditor') {
    // Theirs is complete without a second factor, which they may set up all the same.
    expect((await browser.ask('GET', '/console/me')).status).toBe(200);
  }
  const code = authenticator((await browser.ask('POST', '/console/enrol-totp', {})).body);
  const done = await browser.ask('POST', '/console/enrol-totp', { code: code(now()) });
  expect(done.body).toMatchObject({ next: 'done' });
  return {
    ...{ userId, email, password, code },
    enter: ({ context }) => takeSignIn(context, api.url, browser.cookie() ?? ''),
  };
}
