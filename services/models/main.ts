import { ensureArtifact } from '../../shared/artifacts/ensure-artifact';

/** `node dist/services/models/main.js FOLDER`: fetches the models a worker needs, for an image's build. */
async function main(): Promise<void> {
  const [cacheDir] = process.argv.slice(2);
  if (cacheDir === undefined) throw new Error('name the folder to keep the models in');
  const report = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const name of ['face-models', 'expression-model', 'ocr-models'] as const) {
    await ensureArtifact(name, { cacheDir, report });
  }
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : 'unknown'}\n`);
  process.exitCode = 1;
});
