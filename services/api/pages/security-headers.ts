const onlyOurs = (pictures: string) => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src ${pictures}`,
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];
const trusted = "require-trusted-types-for 'script'";

/** A Worker lives by the policy of its own script, and the judge loads its weights. */
export const assetPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  trusted,
].join('; ');

/**
 * What a page of ours tells the browser (`10-screens.md` §6): it loads nothing of other hosts, runs nothing
 * inline, tells nobody its address, is kept by no cache, and is framed by these origins only.
 */
export function pageHeaders(embeddable: readonly string[]): Readonly<Record<string, string>> {
  const ancestors = embeddable.length === 0 ? "'none'" : embeddable.join(' ');
  return {
    'Content-Security-Policy': [
      ...onlyOurs("'self' blob: data:"),
      `frame-ancestors ${ancestors}`,
      trusted,
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    // A page that others open in a window of theirs has to reach them.
    ...(embeddable.length === 0 ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {}),
  };
}

/** The same of the console, which nobody frames, which has no camera, and whose pictures are the API's. */
export const consoleHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders([]),
  'Content-Security-Policy': [...onlyOurs("'self' blob:"), "frame-ancestors 'none'", trusted].join(
    '; ',
  ),
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};
