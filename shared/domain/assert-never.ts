/** Closes a switch over a union: a new member is a compile error here, an unknown one at run time an exception. */
export function assertNever(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}
