/** Where a secret may be kept; a browser may refuse the whole of it. */
export interface SecretStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** 192 bits, in the form that the server takes (`services/api/capture/capture-client.ts`). */
const secretBytes = 24;

/**
 * What this page is known by where cookies are refused (embedded, private, strict browsers). Kept for the tab
 * and for the next one under the link's key; where storage is refused as well, for as long as the page is open.
 */
export function createPageSecret(
  stores: readonly SecretStore[],
  linkKey: string,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): { readonly kept: () => string | null; readonly make: () => string } {
  const name = `verifa-page-${linkKey}`;
  let inMemory: string | null = null;
  const kept = (): string | null => {
    for (const store of stores) inMemory ??= attempt(() => store.getItem(name));
    return inMemory;
  };
  return {
    kept,
    make() {
      const secret = kept() ?? base64url(random(new Uint8Array(secretBytes)));
      inMemory = secret;
      for (const store of stores) attempt(() => store.setItem(name, secret));
      return secret;
    },
  };
}

/**
 * A name for what is kept of this link, that does not give the link away to whoever reads the storage: 64 bits
 * of a token of 128 and more. No secret hangs on it, and `crypto.subtle` is missing on plain http.
 */
export function linkKeyOf(token: string): string {
  let [high, low] = [0x9e3779b9, 0x85ebca6b];
  for (const character of token) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995) ^ (high >>> 13);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
