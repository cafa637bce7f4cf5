import { z } from 'zod';
import { hashPassword } from '../../../shared/auth/password';
import { newSetupLink } from '../../../shared/auth/setup-link';
import { fromBase32, totpCode } from '../../../shared/auth/totp';
import type { UserRole } from '../../../shared/domain/auth/roles';
import type { UserId } from '../../../shared/domain/ids';
import { call, type Answer } from '../../processes/api-caller';
import { cheapLogCost, type RunningApi } from '../running-api';
import { firstOrganization, newUser, pageHeaders } from './signed-in';

export const password = 'a long one, of several words';

/** The console's page in a browser of its own: keeps the cookie it is given, and sends it along. */
export interface Browser {
  cookie(): string | undefined;
  /** Comes with another's cookie. */
  take(cookie: string): void;
  ask(
    method: string,
    path: string,
    json?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export function openBrowser(api: Pick<RunningApi, 'url'>): Browser {
  let cookie: string | undefined;
  return {
    cookie: () => cookie,
    take: (given) => {
      cookie = given;
    },
    async ask(method, path, json, headers = {}) {
      const given = await call(method, `${api.url}/api/v1${path}`, {
        headers: { ...pageHeaders(api.url, cookie), ...headers },
        ...(json === undefined ? {} : { json }),
      });
      const [set] = given.headers.getSetCookie();
      const value = /^__Host-verifa_console=([^;]*)/.exec(set ?? '')?.[1];
      if (value !== undefined) cookie = value === '' ? undefined : value;
      return given;
    },
  };
}

/** An account with the password of these tests; without `hasPassword: false` it takes a hash of its own. */
export async function account(
  api: RunningApi,
  { email, role, hasPassword = true }: { email: string; role: UserRole; hasPassword?: boolean },
): Promise<UserId> {
  const id = await newUser(api.db, role, await firstOrganization(api.db));
  await api.db
    .updateTable('users')
    .set({ email, ...(hasPassword ? { password_hash: await knownHash() } : {}) })
    .where('id', '=', id)
    .execute();
  return id;
}

let hash: Promise<string> | undefined;
const knownHash = (): Promise<string> => (hash ??= hashPassword(password, cheapLogCost));

export async function setupToken(api: RunningApi, userId: UserId): Promise<string> {
  const organizationId = await firstOrganization(api.db);
  const { url } = await newSetupLink(api.db, api.url, { organizationId, userId }, new Date());
  return new URL(url).hash.slice(1);
}

const proposal = z.object({ otpauth_url: z.string(), secret: z.string() });

/** What an authenticator app would show, read from what it would scan. */
export function authenticator(enrolment: Answer['body']): (at: Date) => string {
  const { otpauth_url: url, secret } = proposal.parse(enrolment);
  if (new URL(url).searchParams.get('secret') !== secret) throw new Error('two secrets');
  return (at) => totpCode(fromBase32(secret), at);
}
