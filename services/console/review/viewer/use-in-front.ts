import { useSyncExternalStore } from 'react';

/** Whether the window is the one that is worked in: nobody looks over a shoulder at one that is not. */
export function useInFront(): boolean {
  return useSyncExternalStore(follow, () => document.hasFocus() && !document.hidden);
}

function follow(onChange: () => void): () => void {
  window.addEventListener('focus', onChange);
  window.addEventListener('blur', onChange);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    window.removeEventListener('focus', onChange);
    window.removeEventListener('blur', onChange);
    document.removeEventListener('visibilitychange', onChange);
  };
}
