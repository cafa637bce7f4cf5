import type { DocumentLook } from './document';

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

export type JudgeRequest = {
  readonly id: number;
  readonly ask: 'document';
  readonly whole: Frame;
  /** The middle of the picture, not made smaller. */
  readonly detail: Frame | null;
};

/** One kind of answer for each kind of request, or why there is none. */
export type JudgeReply =
  | { readonly id: number; readonly kind: 'document'; readonly look: DocumentLook }
  | { readonly id: number; readonly kind: 'failed'; readonly why: string };

/** What must be handed over, so that no frame is copied. */
export function handedOver(request: JudgeRequest): Transferable[] {
  const frames = [request.whole, ...(request.detail === null ? [] : [request.detail])];
  return frames.map((frame) => (frame.kind === 'bitmap' ? frame.bitmap : frame.rgba.buffer));
}
