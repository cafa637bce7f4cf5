import type { WrittenKind } from '../domain/lists/list-item-kind';
import { assertNever } from '../domain/assert-never';
import { alpha3, isKnownState } from '../domain/countries/states';
import { canonicalDomain, canonicalEmail, canonicalPhone } from '../applicant/canonical-contact';
import {
  canonicalDay,
  canonicalDocument,
  canonicalDocumentNumber,
} from '../domain/canonical-document';
import { canonicalNetwork } from '../applicant/canonical-network';
import { canonicalNameAndDay, nameAndDayKeys } from '../applicant/full-names';
import { foldName, sortedWords } from '../domain/names/fold-name';
import { nameKeys } from '../domain/names/look-up-keys';

/** Longer than any value of these kinds: whoever sends more sends something else. */
const longestValue = 400;

/** One `@`, and nothing that only quoting would allow: what no session's address can ever equal. */
const mailbox = /^[^\s@"<>()[\],:;\\\p{C}]+@[^\s@\p{C}]+$/u;

/**
 * The one form in which equal values are equal, or null when the text is none of that kind:
 *
 * - `name`: words in any order; `name_dob`: the same, then a day, e.g. `Ann Lee 1990-01-31`
 * - `document_number`: alone, or behind its issuing state, e.g. `NLD:SPX015127`
 * - `phone`: with its country code; `ip`: an address or a range; `country`: alpha-2 or alpha-3
 */
export function canonicalItem(kind: WrittenKind, text: string): string | null {
  if (text.length > longestValue) return null;
  switch (kind) {
    case 'name':
      return sortedWords(foldName(text)) || null;
    case 'name_dob': {
      const { name, day } = nameAndDay(text);
      return canonicalNameAndDay(foldName(name), day);
    }
    case 'document_number': {
      const [state = '', ...number] = text.split(':');
      if (number.length === 0) return canonicalDocumentNumber(text) || null;
      return isKnownState(alpha3(state)) ? canonicalDocument(number.join(''), state) : null;
    }
    case 'email':
      return mailbox.test(text.trim()) ? canonicalEmail(text) : null;
    case 'email_domain':
      return canonicalDomain(text);
    case 'phone':
      return canonicalPhone(text, null);
    case 'ip':
      return canonicalNetwork(text);
    case 'device':
      return text.trim() || null;
    case 'country':
      return isKnownState(alpha3(text)) ? alpha3(text) : null;
    default:
      return assertNever(kind);
  }
}

/** All that an item is found by: of a name every way to write it, of all else its one canonical form. */
export function itemKeys(kind: WrittenKind, text: string): readonly string[] {
  const canonical = canonicalItem(kind, text);
  if (canonical === null) return [];
  if (kind === 'name') return distinct([canonical, ...nameKeys(text)]);
  if (kind !== 'name_dob') return [canonical];
  const { name, day } = nameAndDay(text);
  return distinct([canonical, ...nameAndDayKeys(name, day)]);
}

function nameAndDay(text: string): { readonly name: string; readonly day: string | null } {
  const [, name = '', day = ''] = /^(.*?)[\s,;|]+(\S+)$/.exec(text.trim()) ?? [];
  return { name, day: canonicalDay(day) };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
