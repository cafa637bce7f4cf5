import type { ListItemKind } from './list-item-kind';

/** Kinds that a reviewer can block of a session: those that find this person again, and that others do not share. */
export const blockedKinds = [
  'document_number',
  'name_dob',
  'email',
  'phone',
  'face',
] as const satisfies readonly ListItemKind[];
export type BlockedKind = (typeof blockedKinds)[number];
