/** What two sessions may have in common; the reason is `duplicate_` and the kind (`4-verification.md`). */
export const duplicateKinds = [
  'document',
  'face',
  'email',
  'phone',
  'device',
  'name_dob',
  'ip',
] as const;
export type DuplicateKind = (typeof duplicateKinds)[number];

/** Faces are compared, not looked up: they have a table of their own. */
export type AttributeKind = Exclude<DuplicateKind, 'face'>;
