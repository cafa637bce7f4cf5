import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { VerifaError } from '../domain/errors/verifa-error';
import { keyBytes, open, seal } from './seal';
import { deriveFrom, serviceRoot } from './service-root';

const keyText = z.string().refine((value) => Buffer.from(value, 'base64').length === keyBytes, {
  message: 'is not the base64 of 32 bytes',
});

/** A keyring file: `{"current": "mk1", "keys": {"mk1": "<base64 of 32 bytes>"}}`. */
export const keyringSchema = z
  .object({
    /** Wraps the data keys of new rows. */
    current: z.string().min(1),
    keys: z.record(z.string(), keyText),
    /** A key that every process is to know before it becomes the current one (`rotate-ring.ts`). */
    next: z.string().min(1).optional(),
    /** What purposes derive from; until the first rotation it follows from the oldest key. */
    service: keyText.optional(),
  })
  .refine((ring) => Object.hasOwn(ring.keys, ring.current), {
    message: 'names no key of the ring',
    path: ['current'],
  })
  .refine((ring) => ring.next === undefined || Object.hasOwn(ring.keys, ring.next), {
    message: 'names no key of the ring',
    path: ['next'],
  });
export type KeyringFile = z.output<typeof keyringSchema>;

export interface WrappedKey {
  readonly wrapped: Buffer;
  readonly masterKeyId: string;
}

/** The master keys; a cloud KMS would stand behind the same three calls. */
export interface Keyring {
  readonly currentId: string;
  /** A new data key: in the clear for now, wrapped for the row of `ownerId`. */
  createDataKey(ownerId: string): { readonly key: Buffer; readonly wrapped: WrappedKey };
  unwrap(ownerId: string, wrapped: WrappedKey): Buffer;
  /** The same data key under the current master key: what it sealed stays as it is. */
  rewrap(ownerId: string, wrapped: WrappedKey): WrappedKey;
  /** A key of the service itself (signatures, idempotency), derived for one named purpose. */
  derive(purpose: string): Buffer;
  /** For values that belong to no session (webhook secrets). */
  sealForService(context: string, plaintext: Buffer): Buffer;
  openForService(context: string, sealed: Buffer): Buffer;
}

export function createKeyring(source: unknown): Keyring {
  const ring = parseKeyring(source);
  const master = (id: string): Buffer => {
    const encoded = ring.keys[id];
    if (encoded === undefined) {
      throw new VerifaError('config_invalid', { detail: `keyring: master key ${id} is missing` });
    }
    return Buffer.from(encoded, 'base64');
  };
  const wrap = (ownerId: string, key: Buffer): WrappedKey => ({
    wrapped: seal(master(ring.current), dataKeyContext(ownerId), key),
    masterKeyId: ring.current,
  });
  const unwrap = (ownerId: string, { wrapped, masterKeyId }: WrappedKey): Buffer =>
    open(master(masterKeyId), dataKeyContext(ownerId), wrapped);
  const root = serviceRoot(ring);
  const derive = (purpose: string): Buffer => deriveFrom(root, purpose);
  const serviceKey = derive('service-sealing');

  return {
    currentId: ring.current,
    createDataKey(ownerId) {
      const key = randomBytes(keyBytes);
      return { key, wrapped: wrap(ownerId, key) };
    },
    unwrap,
    rewrap: (ownerId, wrapped) => wrap(ownerId, unwrap(ownerId, wrapped)),
    derive,
    sealForService: (context, plaintext) => seal(serviceKey, context, plaintext),
    openForService: (context, sealed) => open(serviceKey, context, sealed),
  };
}

/** @throws VerifaError `config_invalid`, naming the part that is wrong and never a key */
export function parseKeyring(source: unknown): KeyringFile {
  const parsed = keyringSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new VerifaError('config_invalid', {
    detail: `keyring: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`,
  });
}

function dataKeyContext(ownerId: string): string {
  return `data-key/${ownerId}`;
}

/** A ring with one fresh key, for a first start. */
export function newKeyringFile(): KeyringFile {
  return { current: 'mk1', keys: { mk1: randomBytes(keyBytes).toString('base64') } };
}
