import { readAnswer } from '../server/answer-reader';
import type { TextKey } from '../texts';

export const advices = ['no_face', 'glare', 'too_dark', 'blur', 'too_small'] as const;
/** What the server says would be better in the next picture; what is worst to read first. */
export type Advice = (typeof advices)[number];

/** What is said of a face; null: a light on a forehead is nobody's fault, and reads no worse. */
const saidOfFace: Readonly<Record<Advice, TextKey | null>> = {
  no_face: 'camera.face_hint.no_face',
  glare: null,
  too_dark: 'camera.advice.too_dark',
  blur: 'camera.advice.blur',
  too_small: 'camera.face_hint.come_closer',
};

/** What an upload's answer advises; nothing where the picture is good, or was not judged in time. */
export function adviceOf(answer: unknown, use: 'document' | 'face'): readonly Advice[] {
  const hints = readAnswer(answer).object('hints');
  if (hints === null || !hints.flag('retake')) return [];
  return advices.filter((advice) => hints.flag(advice) && adviceText(advice, use) !== null);
}

export function adviceText(advice: Advice, use: 'document' | 'face'): TextKey | null {
  return use === 'face' ? saidOfFace[advice] : `camera.advice.${advice}`;
}
