import { randomBytes } from 'node:crypto';
import { pageCookie } from '../capture/capture-client';

const secretBytes = 24;
/** A link can be extended twice by ten minutes, and its end is read for ten more. */
const beyondLinkSeconds = 30 * 60;

const ownMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** By which the page that a link is opened in is known again: 192 random bits. */
export function newPageSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

interface CookieOf {
  readonly secret: string;
  readonly publicUrl: string;
  readonly token: string;
  readonly linkSeconds: number;
}

/**
 * The secret as a cookie of this link's address alone. In a frame of another site it is kept apart for that
 * site, which needs TLS; browsers take the machine they run on for as good.
 */
export function pageCookieHeader({ secret, publicUrl, token, linkSeconds }: CookieOf): string {
  const { protocol, hostname, pathname } = new URL(publicUrl);
  const isSafe = protocol === 'https:' || ownMachine.has(hostname);
  return [
    `${pageCookie}=${secret}`,
    `Path=${pathname.replace(/\/+$/, '')}/verify/${token}`,
    `Max-Age=${String(Math.ceil(linkSeconds) + beyondLinkSeconds)}`,
    'HttpOnly',
    ...(isSafe ? ['Secure', 'SameSite=None', 'Partitioned'] : ['SameSite=Lax']),
  ].join('; ');
}
