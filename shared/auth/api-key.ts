import { randomBytes } from 'node:crypto';
import { sha256 } from '../crypto/seal';
import type { Environment } from '../domain/environment';

const randomPartBytes = 32;
const prefixChars = 12;
const form = /^vk_(live|sandbox)_[A-Za-z0-9_-]{43}$/;

export interface NewApiKey {
  /** Shown once, then forgotten. */
  readonly key: string;
  readonly prefix: string;
  readonly hash: Buffer;
}

export function newApiKey(environment: Environment): NewApiKey {
  const key = `vk_${environment}_${randomBytes(randomPartBytes).toString('base64url')}`;
  return { key, prefix: key.slice(0, prefixChars), hash: hashApiKey(key) };
}

/** 256 random bits need no slow hash; SHA-256 makes the look-up one index probe. */
export function hashApiKey(key: string): Buffer {
  return sha256(key);
}

/** Spares the database what cannot be a key. */
export function looksLikeApiKey(value: string): boolean {
  return form.test(value);
}
