import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { runMain } from '../../shared/process/run-main';
import { buildPages } from './build/build-pages';

/** A step of `npm run build`: what browsers load, into `console` of the folder that this was built into. */
async function main(): Promise<void> {
  await buildPages({
    root: repositoryAbove(__dirname),
    target: resolve(__dirname, '../../console'),
    cacheDir: process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa'),
    report: (line) => void process.stdout.write(`${line}\n`),
  });
}

/** What runs here is compiled; what it bundles lies where it was written. */
function repositoryAbove(folder: string): string {
  if (existsSync(join(folder, 'services/console/capture/main.tsx'))) return folder;
  const above = dirname(folder);
  if (above === folder) {
    throw new VerifaError('config_invalid', {
      detail: 'the pages are built inside the repository',
    });
  }
  return repositoryAbove(above);
}

runMain('The build of the pages', main);
