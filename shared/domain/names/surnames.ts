import { foldName } from './fold-name';
import { particles } from './particles';

/** The surnames of a last name, each with the particles before it: DE LA CRUZ and LOPEZ. */
export function surnames(last: string): readonly string[] {
  const found: string[] = [];
  let begun: string[] = [];
  for (const word of last.split(/[\s-]+/).filter((part) => part !== '')) {
    // GARCIA Y LOPEZ: the joining word begins nothing.
    if (begun.length === 0 && /^(Y|E|I)$/i.test(word) && found.length > 0) continue;
    begun = [...begun, word];
    if (particles.has(foldName(word))) continue;
    found.push(begun.join(' '));
    begun = [];
  }
  return begun.length === 0 ? found : [...found, begun.join(' ')];
}
