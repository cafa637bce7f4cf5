/** Where a program runs: its arguments, its settings, and somebody who reads its lines. */
export interface Surroundings {
  /** What stands after the program's name. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly report: (line: string) => void;
  readonly clock: () => Date;
}

/** One word after `npm run admin --`; reads of the environment only what it needs. */
export interface Program {
  /** A line of the usage. */
  readonly usage: string;
  readonly run: (at: Surroundings) => Promise<void>;
}
