import { readAnswer } from '../server/answer-reader';

export const advices = ['no_face', 'glare', 'too_dark', 'blur', 'too_small'] as const;
/** What the server says would be better in the next picture; what is worst to read first. */
export type Advice = (typeof advices)[number];

/** What an upload's answer advises; nothing where the picture is good, or was not judged in time. */
export function adviceOf(answer: unknown): readonly Advice[] {
  const hints = readAnswer(answer).object('hints');
  if (hints === null || !hints.flag('retake')) return [];
  return advices.filter((advice) => hints.flag(advice));
}
