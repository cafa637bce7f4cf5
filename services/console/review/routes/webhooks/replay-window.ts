export type WindowFault = 'since_missing' | 'until_before_since';

/** A window as its fields say it, in the browser's own time; or what is wrong with them, by field. */
export type ReadWindow =
  | { readonly ok: true; readonly since: string; readonly until: string | undefined }
  | { readonly ok: false; readonly field: 'since' | 'until'; readonly fault: WindowFault };

/**
 * Reads two fields of type `datetime-local`; an empty end is now.
 *
 * @param instantOf the instant of a local time, NaN for what is none
 */
export function readWindow(
  since: string,
  until: string,
  instantOf: (local: string) => number = Date.parse,
): ReadWindow {
  const from = instantOf(since);
  if (Number.isNaN(from)) return { ok: false, field: 'since', fault: 'since_missing' };
  const to = until === '' ? undefined : instantOf(until);
  if (to !== undefined && !(to > from)) {
    return { ok: false, field: 'until', fault: 'until_before_since' };
  }
  return {
    ok: true,
    since: new Date(from).toISOString(),
    until: to === undefined ? undefined : new Date(to).toISOString(),
  };
}
