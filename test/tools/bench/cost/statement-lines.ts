import { figure } from './table';
import type { Statement } from './statement-counts';

const shown = 200;

/** One line a statement: how often one session calls it, and its beginning. */
export function statementLines(top: readonly Statement[]): readonly string[] {
  return top
    .filter(({ calls }) => calls >= 0.5)
    .map(({ query, calls }) => {
      const text = query.replaceAll(/\s+/g, ' ').trim();
      return `${figure(calls).padStart(6)}  ${text.length > shown ? `${text.slice(0, shown)} …` : text}`;
    });
}
