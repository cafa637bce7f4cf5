import type { ComparedField } from '../compared-fields';

/** One field that was stated and read. Names are alike by degrees, all else is the same or not. */
export interface Comparison {
  readonly field: ComparedField;
  readonly stated: string;
  readonly read: string;
  /** Null where no reader understands what was stated: then nothing was compared. */
  readonly score: number | null;
}
