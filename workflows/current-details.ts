/** Markdown for a workflow's current details: what it does now, and what belongs to that, a line each. */
export function inDetail(now: string, lines: readonly string[] = []): string {
  // Without the empty line Temporal's UI shows no list.
  const list = lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${line}`)];
  return [`**${now}**`, ...list].join('\n');
}
