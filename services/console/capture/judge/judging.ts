import { lookAtDocument, type DocumentLook } from './document';
import { faceJudge, type FaceJudge } from './face/face-look';
import { sampledPicture } from './face/sampled-picture';
import { greyOf, type GreyImage } from './grey-image';
import type { Frame, JudgeReply, JudgeRequest } from './messages';
import { pixelsOf } from './pixels';

/** Judges one frame after the other: in the Worker, or on the page's own thread where there is none. */
export function createJudging(): (request: JudgeRequest) => Promise<JudgeReply> {
  let before: DocumentLook | null = null;
  let face: FaceJudge | null = null;
  const judged = async (request: JudgeRequest): Promise<JudgeReply> => {
    const { id } = request;
    switch (request.ask) {
      case 'document': {
        const detail = request.detail === null ? null : greyFrom(request.detail);
        before = lookAtDocument({ whole: greyFrom(request.whole), detail }, before);
        return { id, kind: 'document', look: before };
      }
      case 'load_face': {
        const [detector, points] = await Promise.all([
          bytesOf(request.detector),
          bytesOf(request.points),
        ]);
        face = faceJudge({ detector, points });
        return { id, kind: 'face_loaded' };
      }
      case 'face': {
        const { rgba, width, height } = pixelsOf(request.whole);
        if (face === null) return { id, kind: 'failed', why: 'not_loaded' };
        return { id, kind: 'face', look: face(sampledPicture(rgba, width, height)) };
      }
    }
  };
  return (request) =>
    judged(request).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : 'unknown';
      return { id: request.id, kind: 'failed', why };
    });
}

function greyFrom(frame: Frame): GreyImage {
  const { rgba, width, height } = pixelsOf(frame);
  return greyOf(rgba, width, height);
}

/** The weights of a net; they never change under one address, so the browser keeps them. */
async function bytesOf(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('no weights');
  return new Uint8Array(await answer.arrayBuffer());
}
