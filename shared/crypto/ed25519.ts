import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** PKCS #8 and SPKI heads of an Ed25519 key (RFC 8410 §7, §4): the 32 bytes follow. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiHeadBytes = 12;

/** The private key of a 32-byte seed. */
export function ed25519Key(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key's 32 bytes, without its SPKI head. */
export function rawPublicKey(privateKey: KeyObject): Buffer {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return spki.subarray(spkiHeadBytes);
}
