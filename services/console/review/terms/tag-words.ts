/** The tags of a session or an identity, in one line. */
export function tagWords(tags: readonly string[]): string {
  return tags.length === 0 ? '–' : tags.join(', ');
}
