import { dictionary } from '@zxcvbn-ts/language-common';

/** The shortest that is taken (NIST SP 800-63B-4 asks for 15 without a second factor, 8 with one). */
export const leastPasswordChars = 12;
export const mostPasswordChars = 256;

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common';

/** Nothing is asked of a password's composition but that it is long, and none of those everybody tries first. */
export function passwordProblem(password: string): PasswordProblem | null {
  const chars = Array.from(password.normalize('NFKC')).length;
  if (chars < leastPasswordChars) return 'too_short';
  if (chars > mostPasswordChars) return 'too_long';
  return isCommon(password) ? 'too_common' : null;
}

/** Of a repetition this much has to be its own, before anybody looks whether it is listed. */
const leastUnitChars = 6;

/** In any case, and written twice or more times over. */
function isCommon(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  const unit = unitOf(lower);
  return isListed(lower) || isListed(unit) || unit.length < leastUnitChars;
}

function isListed(lower: string): boolean {
  return dictionary['passwords-common'].includes(lower);
}

/** What a text is a repetition of: itself when of nothing. */
function unitOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}
