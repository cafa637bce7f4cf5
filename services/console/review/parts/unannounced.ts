import { useEffect, useRef, type RefObject } from 'react';

/** React Aria waits so long before its very first announcement, for the place of it to be known. */
const firstAnnouncementMs = 100;

/**
 * React Aria announces a pending button by pointing to it, for seconds longer than the button may be there. When it
 * goes, so does what points to it: an image without a name, which a screen reader would still come upon.
 */
export function useUnannounced(
  button: RefObject<HTMLButtonElement | null>,
  isPending: boolean,
): void {
  const wasPending = useRef(false);
  useEffect(() => {
    if (isPending) wasPending.current = true;
  }, [isPending]);
  useEffect(() => {
    const { current } = button;
    return () => {
      if (current === null || !wasPending.current) return;
      withdraw(current.id);
      setTimeout(() => withdraw(current.id), firstAnnouncementMs);
    };
  }, [button]);
}

function withdraw(id: string): void {
  for (const said of document.querySelectorAll('[data-live-announcer] [aria-labelledby]')) {
    if (said.getAttribute('aria-labelledby')?.split(' ').includes(id) === true) said.remove();
  }
}
