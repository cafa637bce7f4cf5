import { Button } from '../parts/button';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import type { StepProps } from '../step-props';

interface IntroShape {
  readonly step: StepProps;
  readonly withColours: boolean;
  readonly onColours: (wanted: boolean) => void;
  readonly busy: boolean;
  readonly onStart: () => void;
  readonly onDecline: (() => void) | undefined;
}

/** What will happen, before anything does: the light too, which can be refused. */
export function LivenessIntro(shape: IntroShape) {
  const { t } = shape.step;
  return (
    <Step
      title={t('liveness.title')}
      text={t('liveness.text')}
      actions={
        <>
          <Button look="primary" busy={shape.busy} onClick={shape.onStart}>
            {t('liveness.start')}
          </Button>
          {shape.onDecline !== undefined && (
            <Button look="plain" onClick={shape.onDecline}>
              {t('liveness.decline')}
            </Button>
          )}
        </>
      }
    >
      <ul class="pieces">
        <li>
          <Icon name="face" />
          <span>{t('liveness.first')}</span>
        </li>
        <li>
          <Icon name="move" />
          <span>{t('liveness.then')}</span>
        </li>
      </ul>
      <label class="choice light-choice">
        <input
          type="checkbox"
          checked={shape.withColours}
          onChange={({ currentTarget }) => shape.onColours(currentTarget.checked)}
        />
        <span>
          <strong>{t('liveness.light.label')}</strong>
          <small>{t('liveness.light.text')}</small>
        </span>
      </label>
    </Step>
  );
}
