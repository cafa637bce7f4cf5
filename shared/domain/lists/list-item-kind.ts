/** Kinds that can be written down. */
export const writtenKinds = [
  'name',
  'name_dob',
  'document_number',
  'email',
  'email_domain',
  'phone',
  'ip',
  'device',
  'country',
] as const;
export type WrittenKind = (typeof writtenKinds)[number];

/** The ten kinds of items a list may hold; a face is only ever taken from a session. */
export const listItemKinds = [...writtenKinds, 'face'] as const;
export type ListItemKind = (typeof listItemKinds)[number];
