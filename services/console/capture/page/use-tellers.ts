import { useEffect, useRef } from 'preact/hooks';
import type { Screen } from '../flow/screen';
import { screenKey } from '../flow/screen';
import { toldStep } from '../flow/told-step';
import type { CaptureState } from '../server/capture-state';
import type { Boot } from './boot';
import type { ShownTrouble } from './use-capture';

interface Told {
  readonly boot: Boot;
  readonly screen: Screen;
  readonly state: CaptureState | null;
  readonly trouble: ShownTrouble | null;
}

/** Tells the embedding page and the funnel which screen is shown; neither hears a word about the person. */
export function useTellers({ boot, screen, state, trouble }: Told): void {
  const { embedder, signals } = boot;
  const session = useRef<{ session_id?: string; status?: string }>({});
  const consented = useRef<boolean | null>(null);
  const key = screenKey(screen);
  if (state !== null) {
    const id = state.sessionId ?? session.current.session_id;
    session.current = { ...(id === undefined ? {} : { session_id: id }), status: state.status };
  }
  const isKnown = state !== null;
  useEffect(() => {
    if (isKnown) embedder.tell({ type: 'ready', ...session.current });
  }, [isKnown, embedder]);
  useEffect(() => {
    if (screen.name === 'loading') return;
    const told = toldStep(screen);
    if (told !== null) signals.step(told, screen.name === 'consent_refused' ? 'declined' : 'shown');
    embedder.tell({ type: 'step', ...session.current, step: key });
    // The document is behind the person: what was noticed meanwhile.
    if (screen.name === 'selfie') void signals.send('all');
    const isOver = screen.name === 'gone' || screen.name === 'time_over';
    if (isOver || screen.name === 'handed_off' || state?.kind === 'closed') forgetKept(boot.link);
    if (isOver || key === 'end_expired') embedder.tell({ type: 'expired', ...session.current });
    else if (state?.kind === 'closed') embedder.tell({ type: 'complete', ...session.current });
  }, [key]);
  useEffect(() => {
    if (trouble === null) return;
    const { code } = trouble.refusal;
    const told = toldStep(screen);
    if (told !== null) signals.step(told, 'failed');
    embedder.tell({ type: 'error', ...session.current, code });
  }, [trouble]);
  const given = state?.kind === 'live' ? state.consentGiven : null;
  useEffect(() => {
    if (consented.current === false && given === true) void signals.send('all');
    consented.current = given;
  }, [given]);
  useEffect(() => {
    if (!embedder.isEmbedded) return;
    document.documentElement.classList.add('embedded', ...(embedder.isSized ? ['sized'] : []));
    const observer = new ResizeObserver(() => {
      embedder.tell({ type: 'resize', height: Math.ceil(document.body.scrollHeight) });
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [embedder]);
}

/** Nothing that was taken stays on the device once the link is over; what keeps it loads with the camera. */
function forgetKept(link: string): void {
  void import('../upload/kept-pieces')
    .then(({ keptPieces }) => keptPieces.forgetAll(link))
    .catch(() => undefined);
}
