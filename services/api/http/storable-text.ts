import { invalidField } from './parse';

/** A NUL, or half of a surrogate pair: valid in JSON, and nothing that Postgres can store. */
const unstorable = /\u0000|[\uD800-\uDFFF]/u;

/** @throws VerifaError validation_failed naming the field whose text, or whose own name, cannot be kept */
export function requireStorable(value: unknown, path = ''): void {
  if (typeof value === 'string') {
    if (unstorable.test(value)) refuse(path);
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => requireStorable(item, within(path, String(index))));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (unstorable.test(key)) refuse(path);
      // Parsers and records leave it out without a word: it would come back missing.
      if (key === '__proto__') {
        throw invalidField(within(path, key), 'invalid_key', 'is a name that cannot be kept');
      }
      requireStorable(item, within(path, key));
    }
  }
}

function within(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}

function refuse(path: string): never {
  throw invalidField(path, 'invalid_character', 'holds a character that cannot be stored');
}
