import { createJudging } from './judging';
import type { JudgeRequest } from './messages';

/** The Worker that looks at frames, so that the page never stutters while it does. */
const judge = createJudging();

self.addEventListener('message', (event: MessageEvent<JudgeRequest>) => {
  void judge(event.data).then((reply) => self.postMessage(reply));
});
