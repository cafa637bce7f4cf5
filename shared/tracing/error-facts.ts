const shownFrames = 8;
const codeForm = /^[A-Za-z][A-Za-z0-9_]{0,63}$|^[0-9A-Z]{5}$/;
const classForm = /^[A-Za-z_$][A-Za-z0-9_$]{0,63}$/;
/** A frame ends in a file's place; a line of a message that only begins like one does not. */
const frameForm = /^\s+at .*(:\d+:\d+|<anonymous>|native|\[as \w+\])\)?$/;
const deepestCause = 4;

/** What may be logged of an error. */
export interface ErrorFacts {
  /** The error's class. */
  readonly kind: string;
  /** A code of our catalogue, of Postgres, of Node. */
  readonly code?: string;
  readonly frames?: readonly string[];
  readonly cause?: ErrorFacts;
}

/** An error's class, code and frames, and those of its causes; never a message, which may quote what it met. */
export function errorFacts(error: unknown): ErrorFacts {
  return factsOf(error, 0);
}

function factsOf(error: unknown, depth: number): ErrorFacts {
  if (!isObject(error)) return { kind: typeof error };
  const code = codeOf(error);
  const frames = framesOf(error);
  const { cause } = error;
  return {
    kind: nameOf(error),
    ...(code === undefined ? {} : { code }),
    ...(frames.length === 0 ? {} : { frames }),
    ...(isObject(cause) && depth < deepestCause ? { cause: factsOf(cause, depth + 1) } : {}),
  };
}

function nameOf({ name }: Readonly<Record<string, unknown>>): string {
  return typeof name === 'string' && classForm.test(name) ? name : 'Error';
}

/** An ApplicationFailure's `type` is our code; gRPC's are numbers. */
function codeOf({ type, code }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof code === 'number') return String(code);
  return [type, code].find((one): one is string => typeof one === 'string' && codeForm.test(one));
}

/** The message stands before the frames, and may have lines that look like them: it is cut off as a whole. */
function framesOf({ stack, message }: Readonly<Record<string, unknown>>): readonly string[] {
  if (typeof stack !== 'string') return [];
  const said = typeof message === 'string' ? message : '';
  const at = stack.indexOf(said);
  // Written before its message was changed: where the old one ends, nobody can tell.
  if (at === -1) return [];
  return stack
    .slice(at + said.length)
    .split('\n')
    .filter((line) => frameForm.test(line))
    .slice(0, shownFrames)
    .map((line) => line.trim());
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
