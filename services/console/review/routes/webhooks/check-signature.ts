import type { FoundSignature } from './signatures-in';

/** How a body was changed before it was pasted, if that explains a signature. */
export type BodyForm = 'as_pasted' | 'without_last_line_break' | 'with_last_line_break' | 'compact';

export type Verdict =
  | { readonly kind: 'holds'; readonly body: BodyForm }
  | { readonly kind: 'differs' }
  /** Made with a key pair, whose public half is under `/.well-known/`. */
  | { readonly kind: 'by_key_pair' }
  /** No secret of ours begins otherwise. */
  | { readonly kind: 'no_secret' };

const prefix = 'whsec_';

/**
 * Whether this secret made this signature over this body. Everything is computed here: the secret leaves the page
 * by no way. A body that was changed on its way into the field is tried in the forms that tools make of it.
 */
export async function checkSignature(
  subtle: Pick<SubtleCrypto, 'importKey' | 'sign'>,
  secret: string,
  body: string,
  found: FoundSignature,
): Promise<Verdict> {
  if (found.scheme === 'v1a') return { kind: 'by_key_pair' };
  const key = found.header === 'X-Verifa-Signature' ? utf8(secret) : decodedSecret(secret);
  if (key === null || key.length === 0 || !secret.startsWith(prefix)) return { kind: 'no_secret' };
  const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  for (const [form, text] of formsOf(body)) {
    const made = new Uint8Array(await subtle.sign('HMAC', imported, utf8(found.before + text)));
    const written = found.header === 'X-Verifa-Signature' ? hex(made) : base64(made);
    if (written === found.value) return { kind: 'holds', body: form };
  }
  return { kind: 'differs' };
}

function formsOf(body: string): readonly (readonly [BodyForm, string])[] {
  const forms: (readonly [BodyForm, string])[] = [
    ['as_pasted', body],
    ['without_last_line_break', body.replace(/\n+$/, '')],
    ['with_last_line_break', `${body}\n`],
  ];
  const compact = compacted(body);
  return compact === null ? forms : [...forms, ['compact', compact]];
}

/** JSON that a tool has indented, as we send it: without spaces, members in their order. */
function compacted(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

function decodedSecret(secret: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(secret.slice(prefix.length)), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
