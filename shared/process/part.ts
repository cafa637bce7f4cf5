import { VerifaError } from '../domain/errors/verifa-error';

/** What a process needs from outside, as its messages at start-up name it. */
export type Part = 'Postgres' | 'Temporal' | 'The object store' | 'The models';

/** Asks a part for something at start-up; an error says which part it was, and why. */
export async function ofPart<T>(part: Part, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof VerifaError && cause.code === 'config_invalid') throw cause;
    throw new VerifaError('temporarily_unavailable', {
      detail: `${part} cannot be used: ${reasonOf(cause)}`,
      cause,
    });
  }
}

/**
 * Why a part is away, in the words of its driver: an address, a user's or a namespace's name, never what
 * was sent. Not for errors over data or keys, whose messages may quote them.
 */
export function reasonOf(error: unknown): string {
  // Our own errors and Temporal's say more in what they wrap.
  if (error instanceof Error && error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return 'unknown reason';
  const [firstLine = ''] = error.message.split('\n');
  return firstLine === '' ? error.name : firstLine;
}
