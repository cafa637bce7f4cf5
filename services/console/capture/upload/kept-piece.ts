import type { Part } from './send';

/** A piece that was taken and has not reached the server yet. */
export interface KeptPiece {
  /** Of the link, not the link itself. */
  readonly link: string;
  readonly piece: string;
  readonly parts: readonly Part[];
  readonly takenAt: number;
  /** When the session is over by this device's clock, and with it whatever is kept for it. */
  readonly until: number;
  /** The server had an earlier one when it was taken. */
  readonly replaces: boolean;
}
