import { useState } from 'preact/hooks';
import { isScreenDone, pieceScreens } from '../flow/choose-screen';
import { pieceName } from '../parts/piece-name';
import type { PieceScreen } from '../flow/screen';
import { Button } from '../parts/button';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import { Thumbnail } from '../parts/thumbnail';
import { Refusal } from '../server/refusal';
import type { LiveState } from '../server/capture-state';
import type { StepProps } from '../step-props';

interface ReviewShape extends StepProps {
  readonly open: (screen: PieceScreen) => void;
  readonly submit: () => Promise<void>;
}

/** Everything that was given, each to be changed; then it is sent. */
export function ReviewStep(step: ReviewShape) {
  const { t, api, state, next, open, submit, trouble } = step;
  const [busy, setBusy] = useState(false);
  const screens = pieceScreens(state);
  const isComplete = screens.every((screen) => isScreenDone(state, screen));
  const send = (): void => {
    setBusy(true);
    submit()
      .catch(async (cause: unknown) => {
        // Another window took something back, or a reviewer's question came: show what is due.
        if (cause instanceof Refusal && cause.code === 'missing_pieces') await next();
        else trouble(cause);
      })
      .finally(() => setBusy(false));
  };
  return (
    <Step
      title={t('review.title')}
      text={t(screens.length === 0 ? 'review.empty' : 'review.text')}
      actions={
        isComplete ? (
          <Button look="primary" busy={busy} onClick={send}>
            {t(busy ? 'review.sending' : 'review.send')}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void next()}>
            {t('review.go_on')}
          </Button>
        )
      }
    >
      <ul class="given">
        {screens.map((screen) => {
          const { done, icon } = pieceName(screen);
          const isDone = isScreenDone(state, screen);
          return (
            <li key={done}>
              <Thumbnail api={api} documentId={pictureOf(state, screen)} icon={icon} />
              <div>
                <strong>{t(done)}</strong>
                <small class={isDone ? 'good' : ''}>
                  {isDone && <Icon name="check" />}
                  {subtitle(step, screen, isDone)}
                </small>
              </div>
              {isDone && (
                <button type="button" class="change" onClick={() => open(screen)}>
                  {t('review.change')}
                  <span class="unseen"> {t(done)}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Step>
  );
}

function subtitle({ t, state, language }: ReviewShape, screen: PieceScreen, isDone: boolean) {
  if (!isDone) return t('review.missing');
  const { documentType, documentCountry } = state;
  if (screen.name !== 'document_choice' || documentType === null) return t('review.done');
  const country =
    documentCountry === null
      ? undefined
      : new Intl.DisplayNames([language], { type: 'region' }).of(documentCountry);
  const kind = t(`choice.${documentType}`);
  return country === undefined ? kind : `${kind}, ${country}`;
}

function pictureOf(state: LiveState, screen: PieceScreen): string | null {
  const piece = screen.name === 'document' ? `id_${screen.side}` : screen.name;
  const stored = state.documents.find(
    (one) => one.piece === piece && one.mediaType.startsWith('image/'),
  );
  return stored?.id ?? null;
}
