/** Sentences that tell reviewers a check's reasons. Codes are the contract; these words are not. */
const words: Readonly<Record<string, string>> = {
  blurred: 'The picture is blurred.',
  glare: 'A reflection covers part of the picture.',
  too_dark: 'The picture is too dark.',
  too_small: 'The picture has too few pixels.',
  cut_off: 'Part of the document is outside of the picture.',
  mrz_not_found: 'No machine-readable zone was found.',
  mrz_unreadable: 'The machine-readable zone could not be read for certain.',
  mrz_checksum_mismatch: 'A check digit of the machine-readable zone is wrong.',
  mrz_repaired:
    'The document number was read in two ways, and the print does not settle which is right.',
  format_not_supported: 'Documents of this format are not read.',
  not_a_document: 'The picture of the front shows no document.',
  front_back_mismatch: 'Front and back are of different documents or people.',
  visual_zone_mismatch: 'The print differs from the machine-readable zone.',
  barcode_mismatch: 'The barcode differs from the print or from the machine-readable zone.',
  visual_zone_unreadable: 'The print could not be compared with what was read.',
  unknown_state: 'The issuing state or the nationality is none that there is.',
  date_of_birth_unreadable: 'The date of birth could not be read.',
  document_expired: 'The document had expired on the day of the attempt.',
  issued_in_future: 'The document says that it was issued after the day of the attempt.',
  document_type_not_allowed: 'The workflow does not accept this type of document.',
  issuing_country_not_allowed: 'The workflow does not accept documents of this country.',
  document_type_mismatch: 'The document is not of the declared type.',
  issuing_country_mismatch: 'The document is not of the declared country.',
  exif_editing_software: 'The file names a program that edits pictures.',
  screenshot: 'The picture is a screenshot.',
  screen_photo: 'The picture was taken of a screen.',
  image_reused: 'The same picture was used in another session.',
  image_seen_before: 'Nearly the same picture was used in another session.',
  one_picture_twice: 'One picture was sent for two pieces.',
  same_shot: 'The selfie is the portrait of the document.',
  no_colour: 'The picture has no colour, as a photocopy has none.',
  zone_not_ocr_b: 'The machine-readable zone is not in the typeface of documents.',
  other_print: 'Part of the print differs in its lettering from the rest.',
  enlarged: 'The picture was enlarged from a smaller one.',
  drawn: 'The picture was drawn, not photographed.',
  recompressed: 'The file was compressed more than once.',
  face_mismatch: 'The face of the selfie is not alike enough to the portrait.',
  no_face_in_document: 'No face was found on the document.',
  no_face_in_selfie: 'No face was found in the selfie.',
  several_faces_in_selfie: 'The selfie shows more than one face.',
  no_face_in_neutral_frame: 'The first frame shows no face.',
  no_face_in_challenge: 'A frame of a challenge shows no face.',
  frames_repeated: 'Frames of the set are the same picture.',
  frames_replayed: 'Frames of this set were sent in another session.',
  selfie_replayed: 'The selfie was sent in another session.',
  same_photograph: 'The frames are one photograph that was bent or moved.',
  capture_times_impossible: 'The frames cannot have been taken at the times that the device says.',
  motion_unlikely: 'The movement between the frames is not that of a head.',
  colours_differ: 'The face does not show the colours that the screen had.',
  colours_unclear: 'Whether the face shows the colours of the screen cannot be told.',
  passive_suspicious: 'The frames look like a picture of a picture.',
  face_changed: 'The face changed between the frames.',
  face_differs_from_selfie: 'The face of the frames is not that of the selfie.',
  several_faces: 'A frame shows more than one face.',
  under_age: 'The person is younger than required.',
  name_unclear: 'The names are alike, but not enough to be the same.',
  input_unclear: 'What was typed cannot be understood.',
  watchlist_hit: 'A listed person has a name like this one.',
  on_block_list: "The person is on one of the organisation's lists.",
  address_mismatch: 'The address is not the one that was stated.',
  date_not_found: 'The proof of address shows no date.',
  document_too_old: 'The proof of address is too old.',
  not_a_proof_of_address: 'The picture shows no proof of address.',
  issuer_not_found: 'The proof of address names no issuer.',
  unreadable: 'The proof of address could not be read.',
  risk_high: 'The signals add up to a high risk.',
  risk_critical: 'The signals add up to a critical risk.',
  risk_blocked: 'A signal was triggered that the organisation blocks.',
  overridden_by_reviewer: 'A reviewer set this result.',
  input_missing: 'What the check needs was not provided.',
  document_unreadable: 'The document could not be read, so that there is nothing to judge.',
  nothing_to_compare: 'There is nothing on the lists to compare with.',
  declined_by_person: 'The person declined the step.',
  check_left_out: 'The session left this check out.',
  not_recorded: 'The check was not run in this attempt.',
};

/** One word for each of a field, a challenge or a kind, where reasons are made of them. */
const made: readonly (readonly [RegExp, (part: string) => string])[] = [
  [/^(\w+)_not_performed$/, (part) => `The challenge “${part}” was not performed.`],
  [/^duplicate_(\w+)$/, (part) => `Another session has the same ${part}.`],
  [/^(\w+)_mismatch$/, (part) => `The ${part} differs from what was stated.`],
];

/** A code that nobody has words for is said as it is. */
export function reasonInWords(code: string): string {
  const own = Object.hasOwn(words, code) ? words[code] : undefined;
  if (own !== undefined) return own;
  for (const [form, say] of made) {
    const part = form.exec(code)?.[1];
    if (part !== undefined) return say(part.replaceAll('_', ' '));
  }
  return `${code.replaceAll('_', ' ')}.`;
}

export function hasWords(code: string): boolean {
  return Object.hasOwn(words, code) || made.some(([form]) => form.test(code));
}
