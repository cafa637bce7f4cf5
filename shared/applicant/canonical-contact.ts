import { domainToASCII } from 'node:url';
import parsePhoneNumber, { isSupportedCountry } from 'libphonenumber-js/max';

/**
 * An e-mail address as the mailbox it reaches: small letters, the domain in ASCII, no `+tag`, and no
 * dots where the provider ignores them. Null when it is no address.
 */
export function canonicalEmail(text: string): string | null {
  const address = text.trim().normalize('NFKC').toLowerCase();
  const at = address.lastIndexOf('@');
  const domain = canonicalDomain(address.slice(at + 1));
  const [untagged = ''] = address.slice(0, Math.max(at, 0)).split('+');
  if (domain === null || untagged === '' || /\s/.test(untagged)) return null;
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${untagged}@${domain}`;
  const undotted = untagged.replaceAll('.', '');
  return undotted === '' ? null : `${undotted}@gmail.com`;
}

/** A domain in ASCII and small letters, without a dot at its end; null when it is none. */
export function canonicalDomain(text: string): string | null {
  const domain = domainToASCII(text.trim().replace(/^@/, '').replace(/\.$/, ''));
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : null;
}

/** E.164. A number without its country code is one of `country` (alpha-2); null when it is no number. */
export function canonicalPhone(text: string, country: string | null): string | null {
  const parsed = parsePhoneNumber(text, {
    extract: false,
    ...(country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });
  return parsed?.isPossible() === true ? parsed.number : null;
}
