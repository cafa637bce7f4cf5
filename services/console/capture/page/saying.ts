/** `hint`: of this moment, worth nothing in the next one. */
export type Weight = 'news' | 'hint';
export type Say = (text: string, weight?: Weight) => void;

const betweenMs = 2_000;

/**
 * One polite region for the whole page: at most one sentence every two seconds, of hints the newest alone, and
 * never the same one again. A screen reader that is interrupted at each frame says nothing at all; and what a
 * person has to know is not lost to a hint that comes behind it.
 */
export function createSaying(
  show: (text: string) => void,
  now: () => number,
  after: (ms: number, work: () => void) => void,
): Say {
  let news: string[] = [];
  let hint: string | null = null;
  let last = '';
  let saidAt = -betweenMs;
  let isWaiting = false;
  const turn = (): void => {
    isWaiting = false;
    const [first, ...rest] = news;
    const text = first ?? hint;
    if (text === null) return;
    if (first === undefined) hint = null;
    else news = rest;
    if (text !== last) {
      last = text;
      saidAt = now();
      show(text);
    }
    wait();
  };
  const wait = (): void => {
    if (isWaiting || (news.length === 0 && hint === null)) return;
    isWaiting = true;
    after(Math.max(0, saidAt + betweenMs - now()), turn);
  };
  return (text, weight = 'news') => {
    if (weight === 'hint') hint = text;
    else if (news.at(-1) !== text) news = [...news, text];
    wait();
  };
}
