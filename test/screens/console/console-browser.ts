import type { BrowserContext, Page } from 'playwright-core';
import { destinationsFor } from '../../../services/console/review/frame/navigation';
import { roleScopes, type UserRole } from '../../../shared/domain/auth/roles';
import type { UserId } from '../../../shared/domain/ids';
import { signIn, type Wish } from '../../api/console/signed-in';
import type { RunningApi } from '../../api/running-api';
import { useBrowser, type Visitor, type VisitorWish } from '../browser/page-browser';
import type { PageWatch } from '../browser/page-watch';
import { say } from './console-words';

/** Somebody at a desk, whose browser keeps a sign-in. */
export interface Reviewer {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: PageWatch;
  /** Null for whoever has not signed in. */
  readonly userId: UserId | null;
  /** Opens a screen by its address below `/console`, and waits for its title. */
  readonly open: (path: string, title: string) => Promise<void>;
}

type SignInWish = Omit<Wish, 'role'> & Pick<VisitorWish, 'options'>;

export interface ConsoleBrowser {
  /** Signed in as somebody new of this role, as if they had just shown their second factor. */
  readonly signedIn: (role: UserRole, wish?: SignInWish) => Promise<Reviewer>;
  /** With no cookie at all. */
  readonly nobody: (wish?: Pick<VisitorWish, 'options'>) => Promise<Reviewer>;
  /** Somebody with a phone, whose identity is checked. */
  readonly person: () => Promise<Visitor>;
}

/**
 * The console in Chromium over a real API. Whatever a test is about, its pages may break no policy, log no error
 * and ask no other host: else the test fails (`useBrowser`).
 */
export function useConsole(api: () => Pick<RunningApi, 'url' | 'db'>): ConsoleBrowser {
  const browser = useBrowser();
  const reviewer = async (
    { options = {} }: Pick<VisitorWish, 'options'>,
    userId: UserId | null,
  ): Promise<Reviewer> => {
    const { url } = api();
    const visitor = await browser.visitor(url, {
      device: 'laptop',
      // Nothing moves while it is looked at, as for whoever asked for less of it.
      options: { reducedMotion: 'reduce', ...options },
    });
    const { page, context, watch } = visitor;
    return {
      ...{ page, context, watch, userId },
      async open(path, title) {
        await page.goto(`${url}/console${path}`);
        await titled(page, title);
      },
    };
  };
  return {
    nobody: (wish = {}) => reviewer(wish, null),
    person: () => browser.visitor(api().url),
    async signedIn(role, { options, ...wish } = {}) {
      const { secret, userId } = await signIn(api(), { ...wish, role });
      const made = await reviewer(options === undefined ? {} : { options }, userId);
      await takeSignIn(made.context, api().url, secret);
      return made;
    },
  };
}

/** The title of the screen that the start leads to: the first that somebody of this role may use. */
export function startTitle(role: UserRole): string {
  const [first] = destinationsFor(roleScopes[role]).flatMap(({ destinations }) => destinations);
  return first === undefined ? '' : say(first.text);
}

/** Waits for the screen of this title, or of any. */
export async function titled(page: Page, title?: string): Promise<void> {
  const name = title === undefined ? {} : { name: title, exact: true };
  const heading = page.getByRole('heading', { level: 1, ...name });
  await heading.waitFor().catch(async () => {
    throw new Error(
      `"${title ?? ''}" is not shown, but:\n${await page.locator('body').innerText()}`,
    );
  });
}

/** The cookie that the API gives with a sign-in. */
export async function takeSignIn(
  context: BrowserContext,
  origin: string,
  secret: string,
): Promise<void> {
  await context.addCookies([
    {
      name: '__Host-verifa_console',
      value: secret,
      domain: new URL(origin).hostname,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
}
