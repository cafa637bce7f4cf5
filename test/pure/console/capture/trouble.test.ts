import {
  troubleKindOf,
  troubleOf,
  type PageTrouble,
} from '../../../../services/console/capture/flow/trouble';
import english from '../../../../services/console/capture/texts/en/trouble.json';
import { errorCatalogue, type ErrorCode } from '../../../../shared/domain/errors/catalogue';

const texts: Readonly<Record<string, string>> = english;
const codes = Object.keys(errorCatalogue);
const ofThePage = ['offline', 'too_slow', 'piece_unknown', 'script_failed'] satisfies PageTrouble[];

/**
 * What no step over a link answers with: of API keys, of reviewers and their sign-ins, of other resources, of workers. They are told
 * as "something went wrong", with the request's id. A code that is new to the catalogue belongs here or there.
 */
const neverOverALink: readonly ErrorCode[] = [
  ...(['bad_request', 'malformed_json', 'unsupported_version', 'unauthorized'] as const),
  ...(['key_expired', 'missing_scope', 'ip_not_allowed', 'key_beyond_own'] as const),
  ...(['origin_not_allowed', 'live_only', 'not_found', 'method_not_allowed'] as const),
  ...(['stale_decision', 'case_closed', 'case_claimed', 'case_escalated'] as const),
  ...(['same_reviewer', 'reviewer_required', 'identity_exists', 'identity_redacted'] as const),
  ...(['identity_merged', 'list_exists', 'list_of_review', 'workflow_is_default'] as const),
  ...(['workflow_inactive', 'endpoint_limit', 'resend_limit', 'endpoint_disabled'] as const),
  ...(['delivery_pending', 'idempotency_in_progress', 'invalid_definition'] as const),
  ...(['idempotency_mismatch', 'internal_error', 'mail_unavailable'] as const),
  ...(['message_unsigned', 'message_stale', 'transition_conflict', 'attempt_stale'] as const),
  ...(['ciphertext_invalid', 'engine_failed', 'artifact_unavailable'] as const),
  ...(['watchlist_invalid', 'watchlist_unavailable', 'config_invalid'] as const),
  // Of who signs in to the console.
  ...(['sign_in_refused', 'signed_out', 'second_factor_required', 'code_refused'] as const),
  ...(['reauthentication_required', 'cross_site_request', 'two_callers', 'role_required'] as const),
  ...(['user_exists', 'last_admin', 'not_yourself'] as const),
];

test.each([...codes, ...ofThePage, 'a_code_of_tomorrow'])(
  '%s has a title, a sentence and a way on',
  (code) => {
    const { title, text, ways } = troubleOf(code);
    expect(texts[title]).toEqual(expect.any(String));
    expect(texts[text]).toEqual(expect.any(String));
    expect(ways.length).toBeGreaterThan(0);
  },
);

test('each code that a step over a link may answer with has words of its own', () => {
  const withoutWords = [...codes, ...ofThePage].filter((code) => troubleKindOf(code) === 'unknown');
  expect(withoutWords.sort()).toEqual([...neverOverALink, 'script_failed'].sort());
});

test('members of every object are no codes', () => {
  expect(troubleKindOf('constructor')).toBe('unknown');
  expect(troubleKindOf('__proto__')).toBe('unknown');
});

test('a trouble whose words speak of trying again offers it', () => {
  for (const code of [...codes, ...ofThePage]) {
    const { text, ways } = troubleOf(code);
    if (!/try again/i.test(texts[text] ?? '')) continue;
    expect(ways).toContain('try_again');
  }
});
