import { Icon } from '../parts/icons';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import type { Translate } from '../texts';

interface OverShape {
  readonly t: Translate;
  readonly organization: string;
  readonly leave: (() => void) | null;
}

/** The link's time ran out while the page was open. */
export function TimeOver({ t, organization, leave }: OverShape) {
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
        leave === null ? undefined : (
          <Button look="primary" onClick={leave}>
            {t('end.return', { organization })}
          </Button>
        )
      }
    />
  );
}
