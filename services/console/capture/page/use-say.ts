import { useCallback, useRef, useState } from 'preact/hooks';

const betweenMs = 2_000;

/**
 * One polite region for the whole page: at most one sentence every two seconds, the newest where several came,
 * and never the same one again. A screen reader that is interrupted at each frame says nothing at all.
 */
export function useSay(): { readonly said: string; readonly say: (text: string) => void } {
  const [said, setSaid] = useState('');
  const turn = useRef({ last: '', at: -betweenMs, timer: 0 });
  const say = useCallback((text: string) => {
    const now = turn.current;
    if (text === now.last) return;
    now.last = text;
    clearTimeout(now.timer);
    const wait = Math.max(0, now.at + betweenMs - performance.now());
    now.timer = setTimeout(() => {
      now.at = performance.now();
      setSaid(text);
    }, wait);
  }, []);
  return { said, say };
}
