import type { Alphabet } from '../ocr/ctc-decode';
import type { LineRecogniser } from '../ocr/line-recogniser';

/** What print is read with. */
export interface VisualZoneReader {
  readonly recogniser: LineRecogniser;
  /** Latin letters of both cases with their marks: capitals alone made of `Müller` what they could. */
  readonly alphabet: Alphabet;
}
