import { resolve } from 'node:path';
import { additions } from './additions';
import { createCompiler } from './compiler';

/**
 * `npm run additions`: adds a status, a check, an event … to a copy in memory and lists what the compiler
 * says. Whoever adds one in earnest is led to each of these places; a place that is missing here is one that
 * nobody would think of.
 */
function main(): void {
  const errorsWith = createCompiler(resolve(process.cwd(), 'tsconfig.json'));
  let silent = 0;
  for (const addition of additions) {
    const places = errorsWith(addition);
    console.log(`\n${addition.name}: the compiler names ${String(places.length)} places`);
    for (const place of places) console.log(`  ${place}`);
    if (places.length === 0) silent += 1;
  }
  process.exitCode = silent === 0 ? 0 : 1;
}

main();
