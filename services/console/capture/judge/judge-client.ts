import type { DocumentLook } from './document';
import type { FaceLook } from './face/face-look';
import type { JudgeReply, JudgeRequest } from './messages';
import { takeFrame } from './take-frame';
import { middleOf, visiblePart, type VideoPart } from './video-part';
import { openWorker } from './open-worker';

/** Looks at what the camera sees, one frame at a time. */
export interface Judge {
  readonly document: (video: HTMLVideoElement) => Promise<DocumentLook>;
  /** A face in the part that is shown, or in a frame that was taken; after `loadFace` only. */
  readonly face: (source: HTMLVideoElement | HTMLCanvasElement) => Promise<FaceLook>;
  /** Loads what a face is looked for with; false where that cannot be, and then `face` fails. */
  readonly loadFace: () => Promise<boolean>;
  readonly close: () => void;
}

const wholeSidePx = 320;
const detailSidePx = 320;
/** Enough for the eyes of a face that fills a third of it. */
const faceSidePx = 640;

export interface FaceWeightUrls {
  readonly detector: string;
  readonly points: string;
}

/** Judges in a Worker; where the browser refuses one, on the page's own thread. */
export function createJudge(workerUrl: string | null, faceWeights: FaceWeightUrls | null): Judge {
  const worker = workerUrl === null ? null : openWorker(workerUrl);
  let onThisThread: ((request: JudgeRequest) => Promise<JudgeReply>) | undefined;
  let nextId = 1;
  let faceLoaded: Promise<boolean> | undefined;
  const ask = async (request: JudgeRequest): Promise<JudgeReply> => {
    if (worker !== null && !worker.hasFailed()) return worker.ask(request);
    onThisThread ??= (await import('./judging')).createJudging();
    return onThisThread(request);
  };
  return {
    document: async (video) => {
      const part = seenPart(video);
      const whole = await takeFrame(video, part, wholeSidePx);
      const detail = await takeFrame(video, middleOf(part, detailSidePx), detailSidePx);
      const reply = await ask({ id: nextId++, ask: 'document', whole, detail });
      if (reply.kind === 'document') return reply.look;
      throw new Error(`the judge gave no look: ${whyNot(reply)}`);
    },
    face: async (source) => {
      const whole = await takeFrame(source, wholePart(source), faceSidePx);
      const reply = await ask({ id: nextId++, ask: 'face', whole });
      if (reply.kind === 'face') return reply.look;
      throw new Error(`the judge gave no look: ${whyNot(reply)}`);
    },
    loadFace: () => {
      if (faceWeights === null) return Promise.resolve(false);
      // One that failed is tried again when it is asked for again.
      faceLoaded ??= ask({ id: nextId++, ask: 'load_face', ...faceWeights }).then((reply) => {
        if (reply.kind !== 'face_loaded') faceLoaded = undefined;
        return reply.kind === 'face_loaded';
      });
      return faceLoaded;
    },
    close: () => worker?.close(),
  };
}

function whyNot(reply: JudgeReply): string {
  return reply.kind === 'failed' ? reply.why : 'another_answer';
}

function wholePart(source: HTMLVideoElement | HTMLCanvasElement): VideoPart {
  if (source instanceof HTMLVideoElement) return seenPart(source);
  return { left: 0, top: 0, width: source.width, height: source.height };
}

/** The part of the video that its element shows. */
export function seenPart(video: HTMLVideoElement): VideoPart {
  return visiblePart(
    { width: video.videoWidth, height: video.videoHeight },
    { width: video.clientWidth, height: video.clientHeight },
  );
}
