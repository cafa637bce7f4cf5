import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { runMain } from '../../shared/process/run-main';

/** `node dist/services/models/main.js FOLDER`: fetches the models a worker needs, for an image's build. */
async function main(): Promise<void> {
  const [cacheDir] = process.argv.slice(2);
  if (cacheDir === undefined) {
    throw new VerifaError('config_invalid', { detail: 'name the folder to keep the models in' });
  }
  const report = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const name of ['face-models', 'expression-model', 'ocr-models'] as const) {
    await ensureArtifact(name, { cacheDir, report });
  }
}

runMain('The download', main);
