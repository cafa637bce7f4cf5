import type { AnswerOf } from '../../../client/src/route-types';
import type { Translate } from '../texts';
import type { StoredDocument } from './pictures';

export type Measured = NonNullable<AnswerOf<'GET /api/v1/cases/{id}/review'>['liveness']>;
type MeasuredFrame = Measured['frames'][number];
type Frame = NonNullable<StoredDocument['frame']>;

/** Whether a challenge was performed, by the judge's word; undefined where it said nothing of it. */
export function performedOf(
  measured: Measured | null,
  challenge: number,
): Measured['challenges'][number] | undefined {
  return challenge === 0 ? undefined : measured?.challenges[challenge - 1];
}

/** What was measured in the frame at this place of the set. */
export function measuredAt(
  measured: Measured | null,
  { challenge, position }: Pick<Frame, 'challenge' | 'position'>,
): MeasuredFrame | undefined {
  return measured?.frames.find((one) => one.challenge === challenge && one.position === position);
}

/** The number that the challenge is judged by, in words; of the neutral frame, how the head is held. */
export function measuredText(
  { yaw, pitch, smile, eyes_open: eyes, mouth_open: mouth }: MeasuredFrame,
  asked: Frame['asked'],
  t: Translate,
  language: string,
): string {
  const degrees = (value: number): string =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'degree',
      unitDisplay: 'narrow',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 0,
    }).format(value);
  const share = (value: number): string =>
    new Intl.NumberFormat(language, { style: 'percent' }).format(value);
  if (yaw === null || pitch === null || smile === null || eyes === null || mouth === null) {
    return t('viewer.measured.no_face');
  }
  switch (asked) {
    case null:
      return t('viewer.measured.head', { yaw: degrees(yaw), pitch: degrees(pitch) });
    case 'turn_left':
    case 'turn_right':
      return t('viewer.measured.yaw', { yaw: degrees(yaw) });
    case 'look_up':
    case 'nod':
      return t('viewer.measured.pitch', { pitch: degrees(pitch) });
    case 'smile':
      return t('viewer.measured.smile', { smile: share(smile) });
    case 'open_mouth':
      return t('viewer.measured.mouth', { mouth: share(mouth) });
    case 'blink':
      return t('viewer.measured.eyes', { eyes: share(eyes) });
  }
}
