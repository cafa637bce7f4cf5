import type { CaseId, SessionId } from '../ids';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeDigits = 10;
const randomDigits = 16;
const sequenceBits = 16n;

/**
 * The id of the case that a session's transition opens: the session's own ULID with the transition's
 * number in its last 16 bits. A function of the two alone, so that a workflow task which is run again
 * at another time, after its commit, names the same case.
 */
export function caseIdOf(sessionId: SessionId, sequence: number): CaseId {
  const body = sessionId.slice('ses_'.length);
  const time = body.slice(0, timeDigits);
  let random = 0n;
  for (const digit of body.slice(timeDigits)) {
    random = random * 32n + BigInt(alphabet.indexOf(digit));
  }
  // The upper bits go: ULIDs of one millisecond count up, and differ in the lower ones.
  const mixed = BigInt.asUintN(80, (random << sequenceBits) + BigInt(sequence));
  return `case_${time}${base32(mixed, randomDigits)}`;
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
