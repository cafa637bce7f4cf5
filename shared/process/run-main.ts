import { VerifaError } from '../domain/errors/verifa-error';

const shownFrames = 6;

/**
 * What every `main.ts` ends with. A process that cannot go on says why in one sentence and ends at once,
 * whatever it has open: a supervisor starts anew only what has ended.
 *
 * @param name begins the sentence: `The worker`
 */
export function runMain(name: string, main: () => Promise<void>): void {
  main().catch((cause: unknown) => {
    process.stderr.write(`${name} could not go on: ${sentenceOf(cause)}\n`);
    process.exit(1);
  });
}

/** Messages that are not ours may quote what they met, e.g. a key: of those only kind and place are told. */
function sentenceOf(cause: unknown): string {
  if (cause instanceof VerifaError) return cause.detail;
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : '';
  const lines = cause.stack?.split('\n') ?? [];
  const frames = lines.filter((line) => line.trimStart().startsWith('at ')).slice(0, shownFrames);
  return [`${cause.name}${code}`, ...frames].join('\n');
}
