import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import type { ApiRequest } from './call';

/** Sent by the console's script with whatever changes something: a form of another site cannot. */
export const consoleHeader = 'x-verifa-console';
const ownSites: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * A cookie comes along with whatever a page of any site asks for, so a call by cookie has to come from our own
 * page: by what the browser says of it (`Sec-Fetch-Site`, `Origin`), and by a header that other sites may not send.
 * A read changes nothing and its answer stays unread by others: there the browser's word is enough.
 *
 * @throws VerifaError cross_site_request
 */
export function requireOwnPage(
  { settings }: Pick<ApiDeps, 'settings'>,
  request: Pick<ApiRequest, 'method' | 'headers'>,
): void {
  const { 'sec-fetch-site': site, origin } = request.headers;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isOurs = isRead
    ? site === undefined || isOwnSite(site)
    : isOwnSite(site) &&
      origin === new URL(settings.PUBLIC_URL).origin &&
      request.headers[consoleHeader] === '1';
  if (!isOurs) throw new VerifaError('cross_site_request');
}

function isOwnSite(site: string | string[] | undefined): boolean {
  return typeof site === 'string' && ownSites.has(site);
}
