import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ArtifactDeps } from '../../../shared/downloads/ensure-artifact';

/** What every measurement needs. */
export interface AccuracyDeps {
  readonly artifacts: ArtifactDeps;
  /** A line of progress, for whoever waits. */
  readonly report: (line: string) => void;
}

export function accuracyDeps(environment: NodeJS.ProcessEnv): AccuracyDeps {
  const cacheDir = environment['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa');
  const report = (line: string): void => void process.stderr.write(`  ${line}\n`);
  return { artifacts: { cacheDir, report, environment }, report };
}
