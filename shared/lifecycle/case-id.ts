import type { CaseId } from '../ids';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A case's id from the workflow's own clock and randomness: pure, so that a replay opens the same case.
 * `randomHex` has at least 20 hex digits; the form is that of every other id (ULID).
 */
export function caseIdFrom(timeMs: number, randomHex: string): CaseId {
  const time = base32(BigInt(timeMs), 10);
  const random = base32(BigInt(`0x${randomHex.replaceAll('-', '').slice(0, 20)}`), 16);
  return `case_${time}${random}`;
}

function base32(value: bigint, digits: number): string {
  let rest = value;
  let text = '';
  for (let digit = 0; digit < digits; digit += 1) {
    text = alphabet.charAt(Number(rest % 32n)) + text;
    rest /= 32n;
  }
  return text;
}
