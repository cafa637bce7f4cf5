import type { ApiSettings } from '../../../shared/config/settings';
import { absoluteMs } from '../../../shared/auth/console-session';

type CookieSettings = Pick<ApiSettings, 'CONSOLE_INSECURE_COOKIE'>;

/** The prefix has browsers refuse it unless it is Secure, of the whole host, and set by that host. */
export function consoleCookieName({ CONSOLE_INSECURE_COOKIE: insecure }: CookieSettings): string {
  return insecure ? 'verifa_console' : '__Host-verifa_console';
}

/** The secret of a sign-in, as the browser is to keep it. */
export function consoleCookie(settings: CookieSettings, secret: string): string {
  return written(settings, secret, absoluteMs / 1_000);
}

export function noConsoleCookie(settings: CookieSettings): string {
  return written(settings, '', 0);
}

function written(settings: CookieSettings, value: string, maxAgeSeconds: number): string {
  return [
    `${consoleCookieName(settings)}=${value}`,
    'Path=/',
    `Max-Age=${String(maxAgeSeconds)}`,
    'HttpOnly',
    ...(settings.CONSOLE_INSECURE_COOKIE ? [] : ['Secure']),
    'SameSite=Lax',
  ].join('; ');
}

/** What was sent under a cookie's name; undefined when nothing was. */
export function sentCookie(header: string | undefined, wanted: string): string | undefined {
  for (const cookie of (header ?? '').split(';')) {
    const at = cookie.indexOf('=');
    if (at !== -1 && cookie.slice(0, at).trim() === wanted) return cookie.slice(at + 1).trim();
  }
  return undefined;
}
