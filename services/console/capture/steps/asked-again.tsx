import { askedReasonTexts, isAskedReason } from '../../shared/asked-again';
import { pieceName } from '../parts/piece-name';
import { pieceScreen } from '../flow/piece-screen';
import { Button } from '../parts/button';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import type { StepProps } from '../step-props';

interface AskedShape extends StepProps {
  readonly organization: string;
  readonly begin: () => void;
}

/** A reviewer wants pieces once more: which ones, and why, by a reason that is known and in the reviewer's own words. */
export function AskedAgainStep({ t, state, organization, begin }: AskedShape) {
  return (
    <Step
      title={t('asked.title')}
      text={t('asked.text', { organization })}
      actions={
        <Button look="primary" onClick={begin}>
          {t('asked.go')}
        </Button>
      }
    >
      <ul class="pieces">
        {state.askedAgain.map(({ piece, reasonCode, message }) => {
          const screen = pieceScreen(piece);
          const name = screen === null ? null : pieceName(screen);
          return (
            <li key={piece}>
              <Icon name={name?.icon ?? 'document'} />
              <div>
                <strong>{name === null ? piece : t(name.done)}</strong>
                {isAskedReason(reasonCode) && <p>{t(askedReasonTexts[reasonCode])}</p>}
                {message !== null && (
                  <p class="said" dir="auto">
                    {message}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Step>
  );
}
