import type { ComponentChild } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { chooseScreen, pieceScreens } from '../flow/choose-screen';
import { progressOf } from '../flow/progress';
import { isCaptureScreen, screenKey, type PieceScreen } from '../flow/screen';
import { openedByStepBack } from '../flow/step-back';
import { Frame } from '../parts/frame';
import { Help } from '../parts/help';
import { withOwnWords } from '../own-words';
import { LiveScreen, loadBeforehand } from '../screens';
import type { Handoff } from '../server/capture-api';
import type { Organization } from '../server/capture-state';
import type { StepProps } from '../step-props';
import type { Boot } from './boot';
import { Notices } from './notices';
import { StandingView } from './standing-view';
import { StepTrouble } from './trouble-of';
import { useCapture } from './use-capture';
import type { Words } from './use-language';
import { useLink } from './use-link';
import { useSay } from './use-say';
import { useTellers } from './use-tellers';
import { spokenTime, useTimeLeft } from './use-time-left';
import { useTrail } from './use-trail';

interface PageShape {
  readonly boot: Boot;
  readonly words: Words;
  readonly onLanguage: (tag: string) => void;
}

const submitWaitsMs = 1_500;
/** The first screen is painted before what follows it is fetched. */
const firstViewMs = 500;

/** One screen at a time, in the frame that stays, chosen by what the server says of the session. */
export function Page({ boot, words, onLanguage }: PageShape) {
  const { api, assets, signals, otherTabs } = boot;
  const capture = useCapture(api, boot.onState, boot.firstAnswer);
  const { known, place, refresh, move, fail, trouble } = capture;
  const { said, say } = useSay();
  const [handoff, setHandoff] = useState<Handoff | null>(null);
  const screen = useMemo(() => chooseScreen(known, place), [known, place]);
  const state = known.kind === 'state' ? known.state : null;
  const live = state?.kind === 'live' ? state : null;
  const shown = useRef<Organization | null>(null);
  // Known once, it is known when the link is over, too.
  const owner = (shown.current = state?.organization ?? shown.current);
  const { language } = words;
  const t = useMemo(
    () => withOwnWords(words.t, language, owner?.texts ?? {}),
    [words, language, owner],
  );
  const isPassing = screen.name === 'loading' || trouble !== null;

  const next = useCallback(async () => {
    move({ opened: null });
    await refresh();
    otherTabs.tell();
  }, [move, refresh, otherTabs]);
  const stepBack = useCallback(
    (key: string) => {
      if (live !== null) move({ opened: openedByStepBack(live, key), refused: false });
    },
    [live, move],
  );
  const trail = useTrail(isPassing ? null : screenKey(screen), stepBack);
  const { counted, leaveAs } = useLink(boot, capture);
  const over = useCallback(() => {
    move({ timeOver: true });
    void refresh();
  }, [move, refresh]);
  const left = useTimeLeft(counted, over);
  useTellers({ boot, screen, state, trouble });

  const submit = useCallback(async () => {
    // Facts help, but nobody waits for them.
    const waited = new Promise((go) => setTimeout(go, submitWaitsMs));
    await Promise.race([signals.send('all'), waited]);
    await api.complete();
    await next();
  }, [api, signals, next]);
  const hand = useCallback(() => {
    api
      .handoff()
      .then(async (made) => {
        setHandoff(made);
        await refresh();
      })
      .catch((cause: unknown) => fail(cause));
  }, [api, refresh, fail]);
  const otherDevice = live !== null && live.handoff !== 'off' ? hand : undefined;
  const named = owner?.name ?? '';
  const organization = named === '' ? t('frame.somebody') : named;
  const close = boot.embedder.isEmbedded ? () => boot.embedder.tell({ type: 'close' }) : null;
  useEffect(() => {
    if (live === null) return;
    const timer = setTimeout(() => loadBeforehand(pieceScreens(live)), firstViewMs);
    return () => clearTimeout(timer);
  }, [live?.sessionId]);

  const content = (): ComponentChild => {
    if (trouble !== null) {
      return <StepTrouble {...{ t, capture, organization, otherDevice, close }} />;
    }
    if (live === null || !isCaptureScreen(screen)) {
      if (isCaptureScreen(screen)) return null;
      return (
        <StandingView
          {...{ boot, t, capture, screen, organization, handoff, say, leaveAs, close }}
        />
      );
    }
    const step: StepProps = {
      ...{ state: live, api, t, language, link: boot.link, assets, signals },
      ...{ next, trouble: fail, say, otherDevice },
      tellEmbedder: (code) => boot.embedder.tell({ type: 'error', code }),
    };
    return (
      <LiveScreen
        {...{ screen, step, organization, drafts: boot.drafts, submit }}
        begin={() => move({ begun: true, opened: null })}
        refused={() => {
          move({ refused: true, opened: null });
          void signals.send('steps_only');
        }}
        open={(one: PieceScreen) => move({ opened: one })}
      />
    );
  };
  const isOpen = live !== null && screen.name !== 'time_over';

  return (
    <>
      <Frame
        t={t}
        language={language}
        languages={assets.languages}
        onLanguage={onLanguage}
        organization={owner}
        progress={live === null || isPassing ? null : progressOf(live, screen)}
        onBack={isOpen && trail.canGoBack ? () => history.back() : null}
        timeLeft={isOpen && left !== null ? spokenTime(left.seconds, language) : null}
        notices={
          isOpen && <Notices {...{ t, language, api, state: live, left, say, refresh, fail }} />
        }
        help={
          <Help
            t={t}
            organization={owner}
            named={organization}
            sessionId={state?.sessionId ?? null}
            isOpen={isOpen}
            otherDevice={isOpen ? otherDevice : undefined}
          />
        }
      >
        {content()}
      </Frame>
      <p class="unseen" role="status">
        {said}
      </p>
    </>
  );
}
