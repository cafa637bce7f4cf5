import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

/** Why a receiver is refused; the code stands in the try's row and in the 422 of an endpoint. */
export type AddressRefusal =
  | 'url_invalid'
  | 'https_required'
  | 'credentials_in_url'
  | 'port_not_allowed'
  | 'address_not_public'
  | 'name_unresolved';

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** A host name's addresses, all of them. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface GuardRules {
  /** The explicit development setting: loopback and private receivers, and plain http. */
  readonly allowPrivate: boolean;
}

export type UrlCheck =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly refusal: AddressRefusal };

export type TargetCheck =
  | { readonly ok: true; readonly url: URL; readonly addresses: readonly CheckedAddress[] }
  | { readonly ok: false; readonly refusal: AddressRefusal };

/**
 * What can be said of a URL without asking the network. URL parsing has turned every spelling of an
 * IPv4 address (decimal, octal, hexadecimal, shortened, full-width) into the dotted one.
 */
export function checkUrl(text: string, rules: GuardRules): UrlCheck {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.hostname === '') return refused('url_invalid');
  if (url.protocol !== 'https:' && !(rules.allowPrivate && url.protocol === 'http:')) {
    return refused(url.protocol === 'http:' ? 'https_required' : 'url_invalid');
  }
  if (url.username !== '' || url.password !== '') return refused('credentials_in_url');
  if (!isAllowedPort(url)) return refused('port_not_allowed');
  const host = bareHost(url);
  if (!rules.allowPrivate && !(isIP(host) === 0 ? isPublicName(host) : isPublicAddress(host))) {
    return refused('address_not_public');
  }
  return { ok: true, url };
}

/**
 * Resolves and judges a receiver for one try. One address that is not public spoils them all: a name
 * that mixes both is an attack or a mistake. The connection is then made to `addresses` and nothing
 * is resolved again, so that a name which changes its mind in between (rebinding) gains nothing.
 */
export async function checkTarget(
  text: string,
  rules: GuardRules,
  resolve: Resolve = resolveByDns,
): Promise<TargetCheck> {
  const checked = checkUrl(text, rules);
  if (!checked.ok) return checked;
  const host = bareHost(checked.url);
  const found = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host];
  const addresses = found.map(withFamily).filter((item) => item !== null);
  if (addresses.length === 0 || addresses.length !== found.length) {
    return refused('name_unresolved');
  }
  if (!rules.allowPrivate && !addresses.every((item) => isPublicAddress(item.address))) {
    return refused('address_not_public');
  }
  return { ok: true, url: checked.url, addresses };
}

export async function resolveByDns(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true, order: 'verbatim' });
  return found.map((entry) => entry.address);
}

function isAllowedPort(url: URL): boolean {
  if (url.port === '') return true; // 443 or 80, by the scheme
  const port = Number(url.port);
  return port === 443 || port === 80 || port > 1023;
}

/** Names that only a private resolver knows: refused before anything is asked. */
const privateName =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|home\.arpa)$/;

function isPublicName(host: string): boolean {
  const name = host.replace(/\.$/, '');
  return name.includes('.') && !privateName.test(name);
}

/** `URL.hostname` keeps the brackets of an IPv6 address. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function withFamily(address: string): CheckedAddress | null {
  switch (isIP(address)) {
    case 4:
      return { address, family: 4 };
    case 6:
      return { address, family: 6 };
    default:
      return null;
  }
}

function refused(refusal: AddressRefusal): {
  readonly ok: false;
  readonly refusal: AddressRefusal;
} {
  return { ok: false, refusal };
}
