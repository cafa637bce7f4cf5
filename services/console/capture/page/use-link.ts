import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Boot } from './boot';
import { listenForErrors } from './errors-of-page';
import { createReconnection } from './reconnection';
import { returnUrl, type ReturnStatus } from './redirect';
import type { Capture } from './use-capture';

/** An answer this old is asked for again when the person comes back to the page. */
const staleAfterMs = 15_000;

interface Link {
  /** The time left by the server's count, and when it was told. */
  readonly counted: { readonly seconds: number; readonly at: number } | null;
  readonly leaveAs: (status: ReturnStatus) => (() => void) | null;
}

/** What goes on around the page while it is open: other tabs, the network, sleep, and where it leads back to. */
export function useLink({ otherTabs, embedder }: Boot, capture: Capture): Link {
  const { known, knownAt, refresh, fail, trouble } = capture;
  const state = known.kind === 'state' ? known.state : null;
  const from = useRef<{ url: string | null; sessionId: string | null }>({
    url: null,
    sessionId: null,
  });
  if (state !== null) {
    from.current.sessionId = state.sessionId ?? from.current.sessionId;
    if (state.kind !== 'handed_off') from.current.url = state.redirectUrl ?? from.current.url;
  }
  const isOffline = trouble?.refusal.code === 'offline' || trouble?.refusal.code === 'too_slow';
  useEffect(() => listenForErrors(window, fail), [fail]);
  useEffect(() => otherTabs.listen(() => void refresh()), [otherTabs, refresh]);
  const reconnection = useMemo(() => createReconnection(() => void refresh()), [refresh]);
  useEffect(() => {
    addEventListener('online', reconnection.connected);
    return () => removeEventListener('online', reconnection.connected);
  }, [reconnection]);
  useEffect(() => reconnection.shows(isOffline), [reconnection, isOffline, trouble]);
  useEffect(() => {
    const seen = (): void => {
      const isStale = performance.now() - knownAt > staleAfterMs;
      if (document.visibilityState === 'visible' && isStale && trouble === null) void refresh();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [knownAt, trouble, refresh]);
  const seconds = state === null || state.kind === 'closed' ? null : state.secondsLeft;
  const counted = useMemo(
    () => (seconds === null ? null : { seconds, at: knownAt }),
    [seconds, knownAt],
  );
  const leaveAs = useCallback(
    (status: ReturnStatus) => {
      const { url, sessionId } = from.current;
      // Embedded, the page around this one decides where its person goes.
      if (url === null || embedder.isEmbedded) return null;
      return () => location.assign(returnUrl(url, { sessionId, status }));
    },
    [embedder],
  );
  return { counted, leaveAs };
}
