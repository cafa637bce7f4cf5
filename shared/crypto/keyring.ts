import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { VerifaError } from '../errors/verifa-error';
import { keyBytes, open, seal } from './seal';

/** A keyring file: `{"current": "mk1", "keys": {"mk1": "<base64 of 32 bytes>"}}`. */
export const keyringSchema = z
  .object({
    current: z.string().min(1),
    keys: z.record(
      z.string(),
      z.string().refine((value) => Buffer.from(value, 'base64').length === keyBytes, {
        message: 'is not the base64 of 32 bytes',
      }),
    ),
  })
  .refine((ring) => Object.hasOwn(ring.keys, ring.current), {
    message: 'names no key of the ring',
    path: ['current'],
  });

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
  /** A key of the service itself (signatures, idempotency), derived for one named purpose. */
  derive(purpose: string): Buffer;
  /** For values that belong to no session (webhook secrets). */
  sealForService(context: string, plaintext: Buffer): Buffer;
  openForService(context: string, sealed: Buffer): Buffer;
}

export function createKeyring(source: unknown): Keyring {
  const parsed = keyringSchema.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new VerifaError('config_invalid', {
      detail: `keyring: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`,
    });
  }
  const ring = parsed.data;
  const master = (id: string): Buffer => {
    const encoded = ring.keys[id];
    if (encoded === undefined) {
      throw new VerifaError('config_invalid', { detail: `keyring: master key ${id} is missing` });
    }
    return Buffer.from(encoded, 'base64');
  };
  // Purposes derive from the oldest key, so that rotating the current one breaks no signature.
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master(oldestId(ring.keys)), '', `verifa/${purpose}`, keyBytes));
  const serviceKey = derive('service-sealing');

  return {
    currentId: ring.current,
    createDataKey(ownerId) {
      const key = randomBytes(keyBytes);
      const wrapped = seal(master(ring.current), `data-key/${ownerId}`, key);
      return { key, wrapped: { wrapped, masterKeyId: ring.current } };
    },
    unwrap: (ownerId, { wrapped, masterKeyId }) =>
      open(master(masterKeyId), `data-key/${ownerId}`, wrapped),
    derive,
    sealForService: (context, plaintext) => seal(serviceKey, context, plaintext),
    openForService: (context, sealed) => open(serviceKey, context, sealed),
  };
}

/** What the local stack writes at its first start. */
export function newKeyringFile(): z.infer<typeof keyringSchema> {
  return { current: 'mk1', keys: { mk1: randomBytes(keyBytes).toString('base64') } };
}

function oldestId(keys: Readonly<Record<string, string>>): string {
  const [oldest] = Object.keys(keys).sort();
  if (oldest === undefined) throw new VerifaError('config_invalid', { detail: 'keyring: no key' });
  return oldest;
}
