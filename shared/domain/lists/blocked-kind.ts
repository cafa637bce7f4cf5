import type { ListItemKind } from './list-item-kind';

/** What a reviewer can block of a session: what finds this person again, and is not shared by others. */
export const blockedKinds = [
  'document_number',
  'name_dob',
  'email',
  'phone',
  'face',
] as const satisfies readonly ListItemKind[];
export type BlockedKind = (typeof blockedKinds)[number];
