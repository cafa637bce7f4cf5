import { sign } from 'node:crypto';
import { ed25519Key, rawPublicKey } from '../crypto/ed25519';
import type { Keyring } from '../crypto/keyring';
import type { SessionId } from '../domain/ids';
import type { SessionMessage, SignedMessage } from './session-messages';
import { signedText } from './signed-text';

/** Vouches for messages to sessions; API and worker hold the same key. */
export interface MessageSigner {
  /** What runs verify with: 32 bytes, hex. */
  readonly publicKey: string;
  sign(sessionId: SessionId, sequence: number, message: SessionMessage): SignedMessage;
}

export function createMessageSigner(keyring: Keyring): MessageSigner {
  const key = ed25519Key(keyring.derive('session-messages'));
  return {
    publicKey: rawPublicKey(key).toString('hex'),
    sign(sessionId, sequence, { event, actor, requestId }) {
      const unsigned = { event, actor, requestId, sequence };
      const text = signedText(sessionId, unsigned);
      return { ...unsigned, signature: sign(null, Buffer.from(text), key).toString('hex') };
    },
  };
}
