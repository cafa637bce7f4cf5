import type { DocumentLook } from './document';
import type { JudgeReply, JudgeRequest } from './messages';
import { takeFrame } from './take-frame';
import { middleOf, visiblePart, type VideoPart } from './video-part';
import { openWorker } from './open-worker';

/** Looks at what the camera sees, one frame at a time. */
export interface Judge {
  readonly document: (video: HTMLVideoElement) => Promise<DocumentLook>;
  readonly close: () => void;
}

const wholeSidePx = 320;
const detailSidePx = 320;

/** Judges in a Worker; where the browser refuses one, on the page's own thread. */
export function createJudge(workerUrl: string): Judge {
  const worker = openWorker(workerUrl);
  let onThisThread: ((request: JudgeRequest) => Promise<JudgeReply>) | undefined;
  let nextId = 1;
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
      throw new Error(`the judge gave no look: ${reply.why}`);
    },
    close: () => worker?.close(),
  };
}

/** The part of the video that its element shows. */
export function seenPart(video: HTMLVideoElement): VideoPart {
  return visiblePart(
    { width: video.videoWidth, height: video.videoHeight },
    { width: video.clientWidth, height: video.clientHeight },
  );
}
