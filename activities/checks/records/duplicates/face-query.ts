import type { SessionId } from '../../../../shared/domain/ids';
import type { FaceEmbedding } from '../../engines/engines';

export interface FaceQuery {
  readonly face: FaceEmbedding;
  /** Only faces kept before this position. */
  readonly before: string;
  /** On the calibrated score. */
  readonly minimumScore: number;
  /** Rows read together. Default 500. */
  readonly pageRows?: number;
}

export interface FaceHit {
  readonly sessionId: SessionId;
  readonly score: number;
}

export interface FaceScan {
  readonly hits: readonly FaceHit[];
  readonly compared: number;
}
