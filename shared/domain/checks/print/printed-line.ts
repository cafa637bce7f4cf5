/** A line of a document's print as a recogniser read it, the right way up. */
export interface PrintedLine {
  /** Latin letters of both cases with their marks, digits, spaces and common signs. */
  readonly text: string;
  /** 0–1 for every character. */
  readonly certainties: readonly number[];
  /** Where it begins along the page's print, how far down its middle lies, how tall it is: pixels. */
  readonly left: number;
  readonly width: number;
  readonly down: number;
  readonly height: number;
}

/** What is read with less may be another character that looks like it. */
export const certainFrom = 0.9;

/** Whether every character was read with certainty. */
export function isCertain({ certainties }: PrintedLine): boolean {
  return certainties.every((certainty) => certainty >= certainFrom);
}

/** A line that was read with less than this may be unlike anything, and contradicts nothing. */
const plainFrom = 0.95;

export function isPlain({ certainties }: PrintedLine): boolean {
  return certainties.every((certainty) => certainty >= plainFrom);
}

/** Whether a field stands in print, stands there differently, or cannot be told. */
export type PrintVerdict = 'agrees' | 'differs' | 'unseen';
