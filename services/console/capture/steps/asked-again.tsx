import { pieceName } from '../flow/piece-name';
import { pieceScreen } from '../flow/piece-screen';
import { Button } from '../parts/button';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import type { StepProps } from './step-props';

interface AskedShape extends StepProps {
  readonly organization: string;
  readonly begin: () => void;
}

/** A reviewer wants pieces once more: which ones, and why in the reviewer's own words. */
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
        {state.askedAgain.map(({ piece, message }) => {
          const screen = pieceScreen(piece);
          const name = screen === null ? null : pieceName(screen);
          return (
            <li key={piece}>
              <Icon name={name?.icon ?? 'document'} />
              <div>
                <strong>{name === null ? piece : t(name.done)}</strong>
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
