import { z } from 'zod';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { ApiDeps } from '../../deps';
import type { ApiRequest } from '../../http/call';
import { sentCookie } from '../../http/console-cookie';
import { begun, type Begun } from './oidc';

const lastsSeconds = 10 * 60;

type CookieDeps = Pick<ApiDeps, 'keyring' | 'settings' | 'clock'>;

function nameBy({ settings }: Pick<CookieDeps, 'settings'>): string {
  return settings.CONSOLE_INSECURE_COOKIE ? 'verifa_oidc' : '__Host-verifa_oidc';
}

/** Sealed: what proves the answer is the browser's to carry, not to read. */
export function begunCookie(deps: CookieDeps, kept: Begun): string {
  const until = deps.clock().getTime() + lastsSeconds * 1_000;
  const text = Buffer.from(JSON.stringify({ ...kept, until }));
  const value = deps.keyring.sealForService(sealContext.oidcBegun, text).toString('base64url');
  return written(deps, value, lastsSeconds);
}

export function noBegunCookie(deps: CookieDeps): string {
  return written(deps, '', 0);
}

/** Null when there is none, it was begun too long ago, or it is not ours. */
export function readBegun(deps: CookieDeps, request: Pick<ApiRequest, 'headers'>): Begun | null {
  const value = sentCookie(request.headers.cookie, nameBy(deps));
  if (value === undefined) return null;
  try {
    const sealed = Buffer.from(value, 'base64url');
    const text = deps.keyring.openForService(sealContext.oidcBegun, sealed).toString('utf8');
    const kept = begun.extend({ until: z.number() }).parse(JSON.parse(text));
    return kept.until > deps.clock().getTime() ? kept : null;
  } catch {
    return null;
  }
}

function written(deps: CookieDeps, value: string, maxAgeSeconds: number): string {
  return [
    `${nameBy(deps)}=${value}`,
    'Path=/',
    `Max-Age=${String(maxAgeSeconds)}`,
    'HttpOnly',
    ...(deps.settings.CONSOLE_INSECURE_COOKIE ? [] : ['Secure']),
    'SameSite=Lax',
  ].join('; ');
}
