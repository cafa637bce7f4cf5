import type { SignalName } from '../../../../shared/domain/risk/signal-catalogue';
import type { Translate } from '../texts';

/** Every signal that the service knows, to choose from; the types hold it to the catalogue. */
export const signalNames = [
  'autofill_then_edit',
  'barcode_mismatch',
  'bot_detected',
  'capture_times_impossible',
  'colours_differ',
  'colours_unclear',
  'completion_too_fast',
  'completion_too_slow',
  'copy_paste_name',
  'datacenter_ip',
  'devtools_open',
  'drawn',
  'duplicate_device',
  'duplicate_document',
  'duplicate_email',
  'duplicate_face',
  'duplicate_ip',
  'duplicate_name_dob',
  'duplicate_phone',
  'enlarged',
  'exif_editing_software',
  'expired_document',
  'frames_replayed',
  'high_distraction',
  'high_hesitation',
  'image_reused',
  'image_seen_before',
  'impossible_travel',
  'incognito_detected',
  'integrity_checksum_mismatch',
  'ip_country_mismatch',
  'ip_velocity',
  'keystroke_bot_pattern',
  'motion_unlikely',
  'mouse_bot_pattern',
  'mrz_checksum_mismatch',
  'no_colour',
  'one_picture_twice',
  'other_print',
  'passive_suspicious',
  'payload_tampering',
  'same_photograph',
  'same_shot',
  'screen_photo',
  'screen_sharing_detected',
  'screenshot',
  'selfie_replayed',
  'timezone_mismatch',
  'tor_exit',
  'virtual_camera',
  'webdriver_evasion_detected',
  'webgl_vm_detected',
  'zone_not_ocr_b',
] as const satisfies readonly SignalName[];
type Listed = (typeof signalNames)[number];

/** A signal in a few words. */
export function signalText(name: SignalName, t: Translate): string {
  const listed: Listed = name;
  return t(`signal.${listed}`);
}
