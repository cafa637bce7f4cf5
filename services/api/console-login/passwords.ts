import {
  passwordProblem,
  leastPasswordChars,
  mostPasswordChars,
  type PasswordProblem,
} from '../../../shared/auth/common-password';
import { hashPassword, isPassword, passwordLogCost } from '../../../shared/auth/password';
import { inTurn } from '../documents/in-turn';
import { invalidField } from '../http/parse';

/** Each takes 128 MB and some 0.4 s: of many at once most wait, and of very many some are sent away. */
const turns = { atOnce: 2, mostWaiting: 40 };

/** Of one process. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  readonly is: (given: {
    readonly password: string;
    readonly kept: string | null;
  }) => Promise<boolean>;
}

/** @param logCost of new hashes, and of the work for nobody */
export function createPasswords(logCost = passwordLogCost): Passwords {
  const work = inTurn(turns, (one: () => Promise<string | boolean>) => one());
  return {
    hash: async (password) => String(await work(() => hashPassword(password, logCost))),
    is: async ({ password, kept }) =>
      (await work(() => isPassword(password, kept, logCost))) === true,
  };
}

const said: Readonly<Record<PasswordProblem, string>> = {
  too_short: `has to have ${String(leastPasswordChars)} characters at least`,
  too_long: `has more than ${String(mostPasswordChars)} characters`,
  too_common: 'is one of those that are tried first',
};

/** @throws VerifaError validation_failed */
export function requireGoodPassword(password: string, field = 'password'): void {
  const problem = passwordProblem(password);
  if (problem !== null) throw invalidField(field, problem, said[problem]);
}
