import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../../shared/crypto/seal';
import type { CaptureTokenRow } from '../../../shared/database/schema';
import type { ApiRequest } from '../http/call';
import { invalidField } from '../http/parse';

/** The page's own secret: its cookie, or this header where cookies are refused. */
export const pageCookie = 'verifa_page';
export const pageHeader = 'x-verifa-page';
/** 128 bits at least, as the page makes it. */
const secretForm = /^[A-Za-z0-9_-]{22,128}$/;

/**
 * Who holds the token: a page, known again by its secret, or whoever calls without a page. A follower holds
 * nothing: it was given a signed claim to watch what became of a handed-off link.
 */
export type CaptureClient = Holder | { readonly kind: 'follower' };
type Holder = { readonly kind: 'page'; readonly secretHash: Buffer } | { readonly kind: 'api' };

export function captureClient(request: ApiRequest): Holder {
  const secret = sentSecret(request);
  if (secret === undefined) return { kind: 'api' };
  if (!secretForm.test(secret)) {
    throw invalidField(
      'X-Verifa-Page',
      'invalid_format',
      'is not a secret of 22 to 128 characters',
    );
  }
  return { kind: 'page', secretHash: sha256(secret) };
}

/** The page's secret, when it brought one that can be one. */
export function pageSecretOf(request: ApiRequest): string | null {
  const secret = sentSecret(request);
  return secret !== undefined && secretForm.test(secret) ? secret : null;
}

function sentSecret(request: ApiRequest): string | undefined {
  const header = request.headers[pageHeader];
  return typeof header === 'string' ? header : cookieOf(request.headers.cookie ?? '');
}

/** Whether the token was bound by this very client; one that nobody has bound yet was not. */
export function isBoundTo(token: CaptureTokenRow, client: CaptureClient): boolean {
  if (client.kind === 'follower') return token.status === 'handed_off';
  if (token.bound_kind !== client.kind) return false;
  // Nobody without a page is known again: what another device does now is not told to whoever has the link.
  if (client.kind === 'api') return token.status !== 'handed_off';
  return token.binding_hash !== null && timingSafeEqual(token.binding_hash, client.secretHash);
}

/**
 * Whether it is the page that bound the token, by its secret. Who bound it without a page is whoever has the link,
 * which stands in mails and logs: it takes pictures, and shows none.
 */
export function isKnownAgain(token: CaptureTokenRow, client: CaptureClient): boolean {
  return client.kind === 'page' && isBoundTo(token, client);
}

function cookieOf(cookies: string): string | undefined {
  for (const cookie of cookies.split(';')) {
    const [name, value] = cookie.trim().split('=', 2);
    if (name === pageCookie) return value;
  }
  return undefined;
}
