import type { ErrorCode } from '../../../../shared/domain/errors/catalogue';
import type { TextKey } from '../texts';

/** A way on that a trouble offers; the screen that shows it knows how each is gone. */
export type Way =
  'try_again' | 'other_device' | 'choose_file' | 'take_again' | 'support' | 'close' | 'go_on';

export interface Trouble {
  readonly title: TextKey;
  readonly text: TextKey;
  /** The best one first. */
  readonly ways: readonly Way[];
}

/** Each kind of trouble has a title and a sentence of its own, `trouble.<kind>.title` and `.text`. */
const waysOf = {
  gone: ['try_again', 'support', 'close'],
  in_use: ['try_again', 'support', 'close'],
  offline: ['try_again'],
  slow: ['try_again', 'other_device'],
  busy: ['try_again', 'support'],
  used_up: ['support', 'close'],
  file_size: ['choose_file', 'take_again', 'other_device'],
  file_type: ['choose_file', 'take_again', 'other_device'],
  unreadable: ['take_again', 'choose_file', 'other_device'],
  too_small: ['take_again', 'choose_file', 'other_device'],
  face: ['take_again', 'choose_file', 'other_device'],
  answers: ['go_on'],
  moved_on: ['go_on'],
  liveness: ['try_again', 'other_device'],
  sandbox: ['go_on'],
  held: ['support', 'close'],
  piece: ['try_again', 'support'],
  unknown: ['try_again', 'other_device', 'support'],
} as const satisfies Readonly<Record<string, readonly Way[]>>;

export type TroubleKind = keyof typeof waysOf;

/** The page's own: nothing came, it came too late, a piece it does not know, a fault of its own. */
export type PageTrouble = 'offline' | 'too_slow' | 'piece_unknown' | 'script_failed' | 'unknown';

/** What a step over the link can end with. A code that is missing here is told as `unknown`. */
const kindOf: Readonly<Partial<Record<ErrorCode, TroubleKind>> & Record<PageTrouble, TroubleKind>> =
  {
    signature_invalid: 'gone',
    token_unavailable: 'gone',
    session_redacted: 'gone',
    sensitive_data_expired: 'gone',
    key_destroyed: 'gone',
    link_in_use: 'in_use',
    body_too_slow: 'slow',
    temporarily_unavailable: 'busy',
    erasures_unapplied: 'busy',
    rate_limited: 'busy',
    too_many_attempts: 'used_up',
    payload_too_large: 'file_size',
    image_too_large: 'file_size',
    unsupported_media_type: 'file_type',
    unsupported_file_type: 'file_type',
    invalid_image: 'unreadable',
    image_too_small: 'too_small',
    face_count: 'face',
    validation_failed: 'answers',
    // What is asked for has changed since this page last looked: looking again shows the step that is due.
    invalid_state: 'moved_on',
    consent_required: 'moved_on',
    consent_withdrawn: 'moved_on',
    missing_pieces: 'moved_on',
    not_offered: 'moved_on',
    document_gone: 'moved_on',
    nonce_used: 'liveness',
    nonce_expired: 'liveness',
    nonce_unknown: 'liveness',
    sandbox_only: 'sandbox',
    legal_hold: 'held',
    offline: 'offline',
    too_slow: 'slow',
    piece_unknown: 'piece',
    script_failed: 'unknown',
    unknown: 'unknown',
  };

export function troubleKindOf(code: string): TroubleKind {
  const known: Readonly<Record<string, TroubleKind | undefined>> = kindOf;
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? 'unknown';
}

/** What a person is told of a code, and how they go on. */
export function troubleOf(code: string): Trouble {
  const kind = troubleKindOf(code);
  return { title: `trouble.${kind}.title`, text: `trouble.${kind}.text`, ways: waysOf[kind] };
}
