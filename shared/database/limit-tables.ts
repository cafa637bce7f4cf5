/** Requests counted by the minute, over all API processes. Nothing in it is worth keeping. */
export interface RateWindowsTable {
  /** A key's id, a token's hash, or an address under a key of ours. */
  subject: string;
  /** Minutes since 1970; bigint. */
  window_number: string;
  taken: number;
}
