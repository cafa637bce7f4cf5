import type { SessionId } from '../shared/domain/ids';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import type {
  Refusal,
  SessionMessage,
  SignalName,
  SignedMessage,
  UpdateName,
} from '../shared/temporal/session-messages';
import { signedText } from '../shared/temporal/signed-text';
import { parseSignal } from './operator-signals';
import type { SessionLife } from './session-life';
import { verifySignature } from './verify-signature';

/** An Update's argument, by who sent it as far as can be told. */
export type Received =
  | {
      readonly from: 'service';
      readonly message: SessionMessage;
      /** The state that its sender saw; null in what release 0.1.0 sent. */
      readonly sequence: number | null;
    }
  /** Unsigned, from Temporal's UI or CLI: no more than the signal of the same meaning. */
  | { readonly from: 'operator'; readonly event: SessionEvent }
  | { readonly from: 'nobody'; readonly code: Refusal['code'] };

const signalOf: Readonly<Partial<Record<UpdateName, SignalName>>> = {
  submit: 'captureSubmitted',
  expire: 'expire',
  resume: 'resume',
  review: 'reviewDecision',
  external: 'externalDecision',
};

interface VerifyOptions {
  readonly sessionId: SessionId;
  /** The public key; null when the Update's validator has verified the message already. */
  readonly verifyWith: string | null;
}

/**
 * Tells who sent an Update. Pure and synchronous, for validators: what is refused here leaves nothing
 * in the history.
 */
export function receive(
  name: UpdateName,
  given: unknown,
  { sessionId, verifyWith }: VerifyOptions,
): Received {
  const { signature } = isObject(given) ? given : {};
  if (signature === undefined || signature === null) return fromOperator(name, given);
  const isVouched =
    isSigned(name, given) &&
    (verifyWith === null ||
      verifySignature(signedText(sessionId, given), given.signature, verifyWith));
  if (!isVouched) return { from: 'nobody', code: 'message_unsigned' };
  const { sequence, ...message } = given;
  return { from: 'service', message, sequence };
}

/** Would this be refused, as the session stands? Without it (not loaded yet), only its sender is judged. */
export function judgeReceived(
  life: SessionLife | undefined,
  received: Received,
): Refusal['code'] | null {
  switch (received.from) {
    case 'nobody':
      return received.code;
    case 'service':
      return life?.judgeFresh(received.message, received.sequence) ?? null;
    case 'operator':
      return life?.judge(received.event, null) ?? null;
  }
}

/** What release 0.1.0 sent, in a history that is replayed: it was taken as it came. */
export function trusted(given: unknown): Received {
  return isMessage(given)
    ? { from: 'service', message: given, sequence: null }
    : { from: 'nobody', code: 'validation_failed' };
}

/** Of an actor, reviewer or request id that an unsigned message names, nothing is believed. */
function fromOperator(name: UpdateName, given: unknown): Received {
  const signal = signalOf[name];
  if (signal === undefined) return { from: 'nobody', code: 'message_unsigned' };
  const payload = isObject(given) && isObject(given['event']) ? given['event'] : given;
  const event = parseSignal(signal, payload);
  return event === null
    ? { from: 'nobody', code: 'validation_failed' }
    : { from: 'operator', event };
}

/** The event of another Update, however well signed, is not what the caller named. */
function isSigned(name: UpdateName, given: unknown): given is SignedMessage {
  return (
    isMessage(given) &&
    'signature' in given &&
    typeof given.signature === 'string' &&
    'sequence' in given &&
    Number.isInteger(given.sequence) &&
    given.event.type === name
  );
}

/** Its shape only as far as whoever sent it cannot be trusted with it. */
function isMessage(given: unknown): given is SessionMessage {
  return (
    isObject(given) &&
    typeof given['requestId'] === 'string' &&
    isObject(given['actor']) &&
    isObject(given['event'])
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
