/**
 * What the erasure journal tells of: whatever destroys or hides personal data for good, so that a restored
 * copy must not show it again. What time alone deletes (used links, stored answers) goes again by itself.
 */
export const erasureKinds = [
  /** Redaction, the end of retention, a lifted hold: one road (`erase-session.ts`). */
  'session_erased',
  'session_hidden',
  'identity_erased',
  /** With its items. */
  'list_deleted',
  'list_item_deleted',
] as const;
export type ErasureKind = (typeof erasureKinds)[number];
