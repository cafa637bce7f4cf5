import type { ApiHandler } from './call';

/**
 * What every answer tells a browser, unless its route says it otherwise: take it for what it is called, show
 * it in nobody's frame, load nothing for it, keep no copy, and come back by TLS only. Answers are about people, and
 * `X-API-Key` and cookies, other than `Authorization`, do not keep caches on the way from storing them (RFC 9111, 3).
 */
export function safeHeaders(isSecure: boolean): ApiHandler {
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
