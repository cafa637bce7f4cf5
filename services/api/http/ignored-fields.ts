import type { ApiResponse } from './call';

export const ignoredFieldsHeader = 'Verifa-Ignored-Fields';

const mostPaths = 20;
const mostChars = 1024;
const longestPath = 200;

/** Names in the answer what was sent and is not known: a mistyped field is seen where it was typed. */
export function tellIgnored(
  response: Pick<ApiResponse, 'get' | 'set'>,
  paths: readonly string[],
): void {
  const told = response.get(ignoredFieldsHeader)?.split(', ') ?? [];
  const all = [...new Set([...told, ...paths.map(inAscii)])].slice(0, mostPaths);
  while (all.join(', ').length > mostChars) all.pop();
  if (all.length > 0) response.set(ignoredFieldsHeader, all.join(', '));
}

/** A key is whatever somebody wrote: a header holds ASCII, and a comma parts two paths. */
function inAscii(path: string): string {
  const written = path
    // Half a surrogate pair has no encoding.
    .replaceAll(/[\uD800-\uDFFF]/gu, '?')
    .replaceAll(/[^A-Za-z0-9_.$-]/gu, (letter) => encodeURIComponent(letter));
  return written.slice(0, longestPath);
}
