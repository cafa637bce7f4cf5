export const signalCategories = [
  'behaviour',
  'device',
  'network',
  'forensics',
  'graph',
  'integrity',
] as const;
export type SignalCategory = (typeof signalCategories)[number];

/** Who says so: the server's own finding, or the page's word, which a page may be made to give. */
export type SignalSource = 'server' | 'reported';

export interface Signal {
  readonly category: SignalCategory;
  /** Added to the score when triggered and not ignored. */
  readonly weight: number;
  readonly source: SignalSource;
  /** A weight that the specification names is a contract; ours are documented in `deploy/RISK.md`. */
  readonly weightFrom: 'specification' | 'ours';
  /** What triggers it, as `deploy/RISK.md` tells it. */
  readonly when: string;
}

const reported = (category: SignalCategory, weight: number, when: string): Signal => ({
  category,
  weight,
  source: 'reported',
  weightFrom: 'specification',
  when,
});

const timed = (weight: number, when: string): Signal => ({
  category: 'behaviour',
  weight,
  source: 'server',
  weightFrom: 'specification',
  when,
});

const found = (category: SignalCategory, weight: number, when: string): Signal => ({
  category,
  weight,
  source: 'server',
  weightFrom: 'ours',
  when,
});

/**
 * Every known signal (`4-verification.md`, Risk), in the order answers name them. Of our own weights: what
 * honest people cause too (a VPN, a shared office, travel) stays below a level's width alone; proof of a
 * changed document or of altered bytes is a high risk by itself.
 */
export const signalCatalogue = {
  completion_too_fast: timed(20, 'The person submitted less than 15 seconds after the first step.'),
  completion_too_slow: timed(5, 'The person submitted more than 15 minutes after the first step.'),
  high_hesitation: reported(
    'behaviour',
    10,
    'Five or more long pauses while typing, or one of a minute.',
  ),
  high_distraction: reported(
    'behaviour',
    5,
    'The page was left five or more times, or for two minutes in all.',
  ),
  copy_paste_name: reported('behaviour', 15, 'A name was pasted, not typed.'),
  mouse_bot_pattern: reported(
    'behaviour',
    25,
    'Twenty or more mouse moves, nearly all in a straight line.',
  ),
  keystroke_bot_pattern: reported(
    'behaviour',
    25,
    'Twenty or more keystrokes at intervals that differ by less than 5 ms.',
  ),
  screen_sharing_detected: reported('behaviour', 15, 'The screen was shared during the capture.'),
  autofill_then_edit: reported(
    'behaviour',
    10,
    'A field was filled in by the browser, then edited.',
  ),
  bot_detected: reported(
    'device',
    50,
    'The browser says that a program drives it, or carries traces of one.',
  ),
  webdriver_evasion_detected: reported(
    'device',
    40,
    'The property that would tell of a driving program was tampered with.',
  ),
  devtools_open: reported('device', 30, "The browser's developer tools were open."),
  virtual_camera: reported('device', 50, "The camera's label is that of a program."),
  webgl_vm_detected: reported(
    'device',
    30,
    "The graphics' name is that of a virtual machine or of a software renderer.",
  ),
  incognito_detected: reported('device', 10, 'A private window.'),
  ip_country_mismatch: found(
    'network',
    15,
    "An address is of a country that is neither the document's nor the session's.",
  ),
  datacenter_ip: found('network', 20, "An address is in the operator's list of datacenter ranges."),
  tor_exit: found('network', 30, "An address is in the operator's list of Tor exits."),
  ip_velocity: found(
    'network',
    15,
    'Five or more other sessions of the organisation came from the same address in the hour before.',
  ),
  impossible_travel: found(
    'network',
    25,
    'Addresses of two countries within 60 minutes. Countries only: a VPN switched on, or a border, looks the same.',
  ),
  timezone_mismatch: found(
    'network',
    10,
    "The page's time zone has an offset that no zone of the address's country has.",
  ),
  exif_editing_software: found(
    'forensics',
    25,
    "The document picture's metadata names editing software.",
  ),
  screen_photo: found('forensics', 30, 'The document was photographed from a screen.'),
  mrz_checksum_mismatch: found(
    'forensics',
    40,
    'A check digit of the machine-readable zone is wrong.',
  ),
  barcode_mismatch: found('forensics', 40, 'The barcode and the print of the document disagree.'),
  expired_document: found('forensics', 20, 'The document has expired.'),
  image_reused: found(
    'forensics',
    40,
    "The same picture was uploaded in another person's session: another number, face or reference.",
  ),
  image_seen_before: found(
    'forensics',
    15,
    'The same picture was uploaded in an earlier session of which it is not known whose it was.',
  ),
  one_picture_twice: found('forensics', 40, 'One picture was sent as the front and as the back.'),
  same_shot: found(
    'forensics',
    40,
    "The document's portrait and the selfie are one photograph, or one is a copy of the other.",
  ),
  no_colour: found(
    'forensics',
    20,
    "The document's front has no colour: it is a photocopy, or in grey.",
  ),
  zone_not_ocr_b: found(
    'forensics',
    40,
    'The machine-readable zone is printed in another font than OCR-B: it is home-made.',
  ),
  other_print: found(
    'forensics',
    20,
    "Print that is not the document's goes on below it: it is a copy on a larger sheet.",
  ),
  enlarged: found(
    'forensics',
    20,
    'The document picture has no detail of its size: it was enlarged from a small one.',
  ),
  drawn: found(
    'forensics',
    25,
    'The document picture is a drawing as it left a program: no camera took it.',
  ),
  screenshot: found('forensics', 25, 'The document picture is a screenshot.'),
  passive_suspicious: found(
    'forensics',
    25,
    'The passive net doubts that the face is flesh. It doubts a quarter of genuine ones too (ACCURACY.md).',
  ),
  same_photograph: found(
    'forensics',
    60,
    'A frame of the liveness step is another one, or the selfie, drawn over.',
  ),
  frames_replayed: found(
    'forensics',
    60,
    'A frame of the liveness step was part of an earlier set.',
  ),
  selfie_replayed: found(
    'forensics',
    60,
    'The selfie beside the liveness step is one of an earlier session, or a frame of its liveness step.',
  ),
  capture_times_impossible: found(
    'forensics',
    40,
    'No camera before a living person takes frames at the times that the device said.',
  ),
  motion_unlikely: found(
    'forensics',
    15,
    'The head moved faster than a neck, or to and fro, by the times that the device said. Not measured on people: raise it once you have.',
  ),
  colours_differ: found(
    'forensics',
    40,
    "The face changed colour otherwise than the page's colours. Not measured on people.",
  ),
  colours_unclear: found(
    'forensics',
    5,
    'Colours were shown, and the face hardly changed: daylight, a far screen, or no screen at all.',
  ),
  duplicate_device: found('graph', 15, "The device was seen in another person's session."),
  duplicate_email: found('graph', 15, "The e-mail address was seen in another person's session."),
  duplicate_phone: found('graph', 15, "The phone number was seen in another person's session."),
  duplicate_document: found(
    'graph',
    40,
    "The document number was seen in another person's session.",
  ),
  duplicate_face: found('graph', 40, "The face was seen in another person's session."),
  duplicate_name_dob: found(
    'graph',
    20,
    "Name and date of birth were seen in another person's session.",
  ),
  duplicate_ip: found('graph', 5, "The address was seen in another person's session."),
  integrity_checksum_mismatch: found(
    'integrity',
    60,
    "A stored document's bytes no longer have the hash taken at upload, or do not decrypt.",
  ),
  payload_tampering: found(
    'integrity',
    40,
    'Page signals came with a nonce that is not the one the page was last given.',
  ),
} as const satisfies Readonly<Record<string, Signal>>;

export type SignalName = keyof typeof signalCatalogue;

export function isSignalName(value: string): value is SignalName {
  return Object.hasOwn(signalCatalogue, value);
}

export const signalNames: readonly SignalName[] = Object.keys(signalCatalogue).filter(isSignalName);

/** The catalogue's entry, with the general type. */
export function signalOf(name: SignalName): Signal {
  return signalCatalogue[name];
}
