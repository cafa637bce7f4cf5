import { canonicalJson } from '../domain/canonical-json';
import type { SessionId } from '../domain/ids';
import type { SignedMessage } from './session-messages';

/**
 * What a message's signature covers: everything that the workflow acts on. The session keeps it from
 * being sent to another one, the sequence from being sent to the same one again.
 */
export function signedText(
  sessionId: SessionId,
  { sequence, requestId, actor, event }: Omit<SignedMessage, 'signature'>,
): string {
  return canonicalJson(['verifa session message 1', sessionId, sequence, requestId, actor, event]);
}
