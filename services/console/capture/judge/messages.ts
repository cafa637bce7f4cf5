import type { DocumentLook } from './document';
import type { FaceLook } from './face/face-look';

/**
 * A frame on its way to the Worker: a bitmap that is handed over without copying, or pixels where
 * the Worker could not read a bitmap (no OffscreenCanvas).
 */
export type Frame =
  | { readonly kind: 'bitmap'; readonly bitmap: ImageBitmap }
  | {
      readonly kind: 'pixels';
      readonly rgba: Uint8ClampedArray<ArrayBuffer>;
      readonly width: number;
      readonly height: number;
    };

export type JudgeRequest =
  | {
      readonly id: number;
      readonly ask: 'document';
      readonly whole: Frame;
      /** The middle of the picture, not made smaller. */
      readonly detail: Frame | null;
    }
  | { readonly id: number; readonly ask: 'face'; readonly whole: Frame }
  /** To be asked before the first face; by the addresses of the two nets' weights. */
  | {
      readonly id: number;
      readonly ask: 'load_face';
      readonly detector: string;
      readonly points: string;
    };

/** One kind of answer for each kind of request, or why there is none. */
export type JudgeReply =
  | { readonly id: number; readonly kind: 'document'; readonly look: DocumentLook }
  | { readonly id: number; readonly kind: 'face'; readonly look: FaceLook }
  | { readonly id: number; readonly kind: 'face_loaded' }
  | { readonly id: number; readonly kind: 'failed'; readonly why: string };

/** What must be handed over, so that no frame is copied. */
export function handedOver(request: JudgeRequest): Transferable[] {
  return framesOf(request).map((frame) =>
    frame.kind === 'bitmap' ? frame.bitmap : frame.rgba.buffer,
  );
}

function framesOf(request: JudgeRequest): readonly Frame[] {
  switch (request.ask) {
    case 'document':
      return [request.whole, ...(request.detail === null ? [] : [request.detail])];
    case 'face':
      return [request.whole];
    case 'load_face':
      return [];
  }
}
