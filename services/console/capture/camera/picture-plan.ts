import type { StepProps } from '../step-props';
import type { UploadStep } from '../upload/send';
import type { StageShape } from './camera-stage';
import type { CameraUse } from './kept-camera';
import type { LookAt } from './use-looks';

/** What is taken a picture of, and where it goes. */
export interface PicturePlan {
  readonly step: StepProps;
  readonly piece: 'id_front' | 'id_back' | 'selfie' | 'proof_of_address';
  readonly route: UploadStep;
  /** Sentences of its own: `camera.<texts>.…`. */
  readonly texts: 'front' | 'back' | 'selfie' | 'proof';
  readonly use: CameraUse;
  readonly shape: StageShape;
  /** Null where nobody looks along: the person takes the picture. */
  readonly lookAt: LookAt | null;
  /** Media types that are taken as a file. */
  readonly formats: readonly string[];
  /** Sent along. */
  readonly fields: Readonly<Record<string, string>>;
  /** Offers a file first and the camera second. */
  readonly filesFirst: boolean;
}
