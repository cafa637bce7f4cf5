import { resolve } from 'node:path';
import { additions } from './additions';
import { createCompiler } from './compiler';

/** All that is compiled: servers and tests, and what browsers load. */
const configs = [
  'services/console/review/tsconfig.json',
  'services/console/capture/tsconfig.json',
  'tsconfig.json',
];

/**
 * `npm run additions`: adds a status, a check, an event … to a copy in memory and lists what the compiler
 * says. Whoever adds one in earnest is led to each of these places; a place that is missing here is one that
 * nobody would think of.
 */
function main(): void {
  const led = new Set<string>();
  for (const config of configs) {
    const errorsWith = createCompiler(resolve(config), resolve('node_modules/.cache/additions'));
    for (const addition of additions) {
      const places = errorsWith(addition);
      console.log(`\n${addition.name}: ${config} names ${String(places.length)} places`);
      for (const place of places) console.log(`  ${place}`);
      if (places.length > 0) led.add(addition.name);
    }
  }
  process.exitCode = additions.every(({ name }) => led.has(name)) ? 0 : 1;
}

main();
