import { useEffect, useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { Icon } from '../parts/icons';
import { OutcomeButtons } from '../parts/outcome-buttons';
import type { CaptureApi } from '../server/capture-api';
import type { LiveState } from '../server/capture-state';
import type { Translate } from '../texts';
import { spokenTime, type TimeLeft } from './use-time-left';

interface NoticesShape {
  readonly t: Translate;
  readonly language: string;
  readonly api: CaptureApi;
  readonly state: LiveState;
  readonly left: TimeLeft | null;
  readonly say: (text: string) => void;
  readonly refresh: () => Promise<void>;
  readonly fail: (cause: unknown) => void;
}

/** Above every screen: that the session is a test, and that time is short. */
export function Notices(shape: NoticesShape) {
  const { t, api, state, refresh, fail } = shape;
  return (
    <>
      {state.isSandbox && (
        <details class="notice sandbox">
          <summary>{t('sandbox.banner')}</summary>
          <p>{t('sandbox.text')}</p>
          {state.consentGiven && <OutcomeButtons t={t} api={api} chosen={refresh} trouble={fail} />}
        </details>
      )}
      <TimeNotice {...shape} />
    </>
  );
}

/** WCAG 2.2.1: said in time, politely, and more of it is one button away where the organisation allows it. */
function TimeNotice({ t, language, api, state, left, say, refresh, fail }: NoticesShape) {
  const [busy, setBusy] = useState(false);
  const warning = left?.warning ?? null;
  const sentence =
    left === null || warning === null
      ? null
      : t('frame.time_warning', { time: spokenTime(left.seconds, language) });
  useEffect(() => {
    if (sentence !== null) say(sentence);
  }, [warning]);
  if (sentence === null || left?.seconds === 0) return null;
  const extend = (): void => {
    setBusy(true);
    api
      .extend()
      .then(async ({ secondsLeft }) => {
        await refresh();
        say(t('frame.time_added', { time: spokenTime(secondsLeft, language) }));
      })
      .catch((cause: unknown) => fail(cause))
      .finally(() => setBusy(false));
  };
  return (
    <div class="notice time">
      <p>
        <Icon name="clock" />
        {sentence}
      </p>
      {state.canExtend && (
        <Button busy={busy} onClick={extend}>
          {t('frame.more_time')}
        </Button>
      )}
    </div>
  );
}
