/** What suggests forgery without proving it; which of them fail the check is its configuration. */
export const forensicReasons = [
  'exif_editing_software',
  'screenshot',
  'screen_photo',
  'image_reused',
  'image_seen_before',
  'one_picture_twice',
  'same_shot',
  'no_colour',
  'zone_not_ocr_b',
  'other_print',
  'enlarged',
  'drawn',
  'recompressed',
] as const;
export type ForensicReason = (typeof forensicReasons)[number];
