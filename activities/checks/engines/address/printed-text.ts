/** A row of print, from left to right, as its writer meant it: small letters, marks and spaces kept. */
export interface PrintedRow {
  readonly text: string;
  /** 0–1, the mean over its characters. */
  readonly certainty: number;
}

export interface PrintedText {
  /** From the top; what was not read with certainty is left out. */
  readonly rows: readonly PrintedRow[];
}

export const textEngine = { engine: 'ppocr-v6-latin', engineVersion: '1' } as const;
