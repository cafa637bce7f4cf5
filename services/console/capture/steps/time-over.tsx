import { Icon } from '../parts/icons';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import type { Translate } from '../texts';

interface OverShape {
  readonly t: Translate;
  readonly organization: string;
  readonly leave: (() => void) | null;
  /** Looks whether there is time after all. */
  readonly again: () => void;
}

/** The link's time ran out while the page was open. */
export function TimeOver({ t, organization, leave, again }: OverShape) {
  return (
    <Step
      sign={
        <span class="sign plain">
          <Icon name="clock" large />
        </span>
      }
      title={t('over.title')}
      text={t('over.text', { organization })}
      actions={
        leave === null ? (
          <Button look="primary" onClick={again}>
            {t('way.try_again')}
          </Button>
        ) : (
          <Button look="primary" onClick={leave}>
            {t('end.return', { organization })}
          </Button>
        )
      }
    />
  );
}
