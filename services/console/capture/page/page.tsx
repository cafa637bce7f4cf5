import { useCallback, useMemo, useState } from 'preact/hooks';
import { chooseScreen } from '../flow/choose-screen';
import { progressOf } from '../flow/progress';
import { screenKey, type PieceScreen } from '../flow/screen';
import { openedByStepBack } from '../flow/step-back';
import { Frame } from '../parts/frame';
import { Help } from '../parts/help';
import { LiveScreen } from '../screens';
import type { Handoff } from '../server/capture-api';
import type { StepProps } from '../steps/step-props';
import type { Boot } from './boot';
import { Notices } from './notices';
import { OtherScreen } from './other-screen';
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

/** One screen at a time, in the frame that stays, chosen by what the server says of the session. */
export function Page({ boot, words, onLanguage }: PageShape) {
  const { api, assets, signals, otherTabs } = boot;
  const { t, language } = words;
  const capture = useCapture(api, boot.onState);
  const { known, place, refresh, move, fail, trouble } = capture;
  const { said, say } = useSay();
  const [handoff, setHandoff] = useState<Handoff | null>(null);
  const screen = useMemo(() => chooseScreen(known, place), [known, place]);
  const state = known.kind === 'state' ? known.state : null;
  const live = state?.kind === 'live' ? state : null;
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
  const named = state !== null && state.organization.name !== '' ? state.organization.name : null;
  const organization = named ?? t('frame.somebody');

  const content = (): preact.ComponentChild => {
    if (live === null || trouble !== null || screen.name === 'time_over') {
      return (
        <OtherScreen
          {...{ boot, t, capture, screen, organization, handoff, say, leaveAs, otherDevice }}
        />
      );
    }
    const step: StepProps = {
      ...{ state: live, api, t, language, link: boot.link, assets, signals },
      ...{ next, trouble: fail, say, otherDevice },
      tellEmbedder: (code) => boot.embedder.tell({ type: 'error', code }),
    };
    if (screen.name === 'consent_refused') {
      return (
        <OtherScreen
          {...{ boot, t, capture, screen, organization, handoff, say, leaveAs, otherDevice }}
        />
      );
    }
    return (
      <LiveScreen
        screen={screen}
        step={step}
        organization={organization}
        drafts={boot.drafts}
        begin={() => move({ begun: true, opened: null })}
        refused={() => {
          move({ refused: true, opened: null });
          void signals.send('steps_only');
        }}
        open={(one: PieceScreen) => move({ opened: one })}
        submit={async () => {
          // Facts help, but nobody waits for them.
          await Promise.race([
            signals.send('all'),
            new Promise((go) => setTimeout(go, submitWaitsMs)),
          ]);
          await api.complete();
          await next();
        }}
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
        organization={state?.organization ?? null}
        progress={live === null || isPassing ? null : progressOf(live, screen)}
        onBack={isOpen && trail.canGoBack ? () => history.back() : null}
        timeLeft={isOpen && left !== null ? spokenTime(left.seconds, language) : null}
        notices={
          isOpen && <Notices {...{ t, language, api, state: live, left, say, refresh, fail }} />
        }
        help={
          <Help
            t={t}
            organization={state?.organization ?? null}
            named={organization}
            sessionId={state?.sessionId ?? null}
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
