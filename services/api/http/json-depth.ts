import { invalidField } from './parse';

/** No body of ours has more than a dozen; a bound before anything walks it by calling itself. */
export const mostLevels = 64;

/** Goes down level by level instead of calling itself: what it is to refuse must not break it. */
export function requireShallow(value: unknown): void {
  let level = [value].filter(isContainer);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > mostLevels) {
      throw invalidField('body', 'too_deep', `has more than ${String(mostLevels)} levels`);
    }
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
