/** The ten kinds of items a list may hold. */
export const listItemKinds = [
  'name',
  'name_dob',
  'document_number',
  'email',
  'email_domain',
  'phone',
  'ip',
  'device',
  'country',
  'face',
] as const;
export type ListItemKind = (typeof listItemKinds)[number];
