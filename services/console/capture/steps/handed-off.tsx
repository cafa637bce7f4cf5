import { useEffect, useState } from 'preact/hooks';
import { pieceName } from '../parts/piece-name';
import { pieceScreen } from '../flow/piece-screen';
import { Button } from '../parts/button';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import type { CaptureApi, Handoff } from '../server/capture-api';
import type { Follow, HandedOffState } from '../server/capture-state';
import { follow } from '../server/follow';
import type { Translate } from '../texts';

interface HandedOffShape {
  readonly t: Translate;
  readonly api: CaptureApi;
  readonly state: HandedOffState;
  /** As this page made it; null after a reload, which has to ask for it again. */
  readonly handoff: Handoff | null;
  readonly refresh: () => Promise<void>;
  readonly poll: () => Promise<void>;
  readonly trouble: (cause: unknown) => void;
  readonly say: (text: string) => void;
}

const askEveryMs = 3_000;

/** The phone goes on; this page shows its code, follows it to the end, and can take the check back. */
export function HandedOff(shape: HandedOffShape) {
  const { t, api, state, refresh, poll, trouble, say } = shape;
  const [told, setTold] = useState<Handoff | null>(null);
  const handoff = shape.handoff ?? told;
  const [streamed, setStreamed] = useState<Follow | null>(null);
  const [busy, setBusy] = useState(false);
  const now = furtherOf(state.follow, streamed);
  useEffect(() => {
    if (handoff !== null || now.connected) return;
    // Refused once the phone has taken the link up, which the next state tells.
    api.handoff().then(setTold, () => undefined);
  }, []);
  useEffect(
    () =>
      follow({
        url: handoff?.followUrl ?? null,
        onFollow: setStreamed,
        onAsk: () => void poll(),
        everyMs: askEveryMs,
      }),
    [handoff, poll],
  );
  const screen = now.step === null ? null : pieceScreen(now.step);
  const doing = screen === null ? null : t('handoff.step', { step: t(pieceName(screen).ahead) });
  useEffect(() => {
    if (now.connected) say(doing ?? t('handoff.connected'));
  }, [now.connected, doing]);
  const takeBack = (): void => {
    setBusy(true);
    api
      .cancelHandoff()
      .then((url) => location.replace(url))
      .catch((cause: unknown) => {
        setBusy(false);
        trouble(cause);
      });
  };
  const stop = (
    <Button busy={busy} onClick={takeBack}>
      {t('handoff.stop')}
    </Button>
  );
  if (!now.connected) {
    return (
      <Step
        title={t('handoff.title')}
        text={t(handoff === null ? 'handoff.no_code' : 'handoff.text')}
        actions={stop}
      >
        {handoff !== null && <Code t={t} handoff={handoff} say={say} />}
        <p class="waiting" role="status">
          <span class="pulse" aria-hidden="true" />
          {t('handoff.waiting')}
        </p>
      </Step>
    );
  }
  return (
    <Step
      key="connected"
      sign={
        <span class="sign">
          <Icon name="phone" large />
        </span>
      }
      title={t('handoff.connected')}
      text={t('handoff.connected_text')}
      actions={
        <>
          <Button onClick={() => void refresh()}>{t('handoff.finished')}</Button>
          {stop}
        </>
      }
    >
      <ul class="pieces">
        {now.done.map((piece) => {
          const its = pieceScreen(piece);
          if (its === null) return null;
          return (
            <li key={piece}>
              <span class="good">
                <Icon name="check" />
              </span>
              {t(pieceName(its).done)}
            </li>
          );
        })}
      </ul>
      {doing !== null && (
        <p class="waiting">
          <span class="pulse" aria-hidden="true" />
          {doing}
        </p>
      )}
    </Step>
  );
}

function Code({
  t,
  handoff,
  say,
}: Pick<HandedOffShape, 't' | 'say'> & { readonly handoff: Handoff }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard
      .writeText(handoff.captureUrl)
      .then(() => {
        setCopied(true);
        say(t('handoff.copied'));
      })
      // Refused to this page: the address stands below, to be copied by hand.
      .catch(() => setCopied(false));
  };
  return (
    <div class="code">
      <img src={handoff.qrCode} alt={t('handoff.code')} width={240} height={240} />
      <Button look="plain" onClick={copy}>
        {t(copied ? 'handoff.copied' : 'handoff.copy')}
      </Button>
      <p class="address" dir="ltr">
        {handoff.captureUrl}
      </p>
      <p class="small">{t('handoff.private')}</p>
    </div>
  );
}

/** Stream and state may overtake one another; the phone never becomes unconnected. */
function furtherOf(asked: Follow, streamed: Follow | null): Follow {
  if (streamed === null) return asked;
  return streamed.done.length >= asked.done.length ? streamed : asked;
}
