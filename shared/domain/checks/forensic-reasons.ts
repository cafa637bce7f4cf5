/** What fails the check unless its configuration says otherwise. */
export const failingForensicReasons = [
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
] as const;

/**
 * What suggests forgery without proving it; which of them fail the check is its configuration. Honest pictures
 * are compressed twice as well, by messengers and by browsers: that alone is no ground.
 */
export const forensicReasons = [...failingForensicReasons, 'recompressed'] as const;
export type ForensicReason = (typeof forensicReasons)[number];
