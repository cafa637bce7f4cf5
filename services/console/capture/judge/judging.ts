import { lookAtDocument, type DocumentLook } from './document';
import { greyOf, type GreyImage } from './grey-image';
import type { Frame, JudgeReply, JudgeRequest } from './messages';
import { pixelsOf } from './pixels';

/** Judges one frame after the other: in the Worker, or on the page's own thread where there is none. */
export function createJudging(): (request: JudgeRequest) => Promise<JudgeReply> {
  let before: DocumentLook | null = null;
  return (request) => {
    const { id } = request;
    try {
      before = lookAtDocument(
        {
          whole: greyFrom(request.whole),
          detail: request.detail === null ? null : greyFrom(request.detail),
        },
        before,
      );
      return Promise.resolve({ id, kind: 'document', look: before });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : 'unknown';
      return Promise.resolve({ id, kind: 'failed', why });
    }
  };
}

function greyFrom(frame: Frame): GreyImage {
  const { rgba, width, height } = pixelsOf(frame);
  return greyOf(rgba, width, height);
}
