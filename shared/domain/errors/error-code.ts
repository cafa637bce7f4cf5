/** Whether a failure carries a code: a system's (`ENOENT`) or Postgres's (`23505`). */
export function hasErrorCode(cause: unknown, code: string): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === code;
}
