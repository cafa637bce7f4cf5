/** Names of letters, digits and hyphens (RFC 1123 §2.1; with the `_` that some have), and addresses. */
const hostForm =
  /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$|^\[[0-9a-f:]+\]$/;

/**
 * The origin of one web site, as browsers write it. URLs take far more for a host than there are names: in the
 * policy of our pages (CSP 3 §2.3.1) `*` would be everybody, `;` the end of the list and `,` another policy.
 */
export function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && /^https?:$/.test(protocol) && hostForm.test(hostname);
}
