import { Step } from '../parts/step';
import type { StepProps } from '../step-props';

interface SendingShape {
  readonly step: StepProps;
  /** 0–1. */
  readonly share: number;
  /** Nothing gets through at the moment. */
  readonly isWaiting: boolean;
}

export function LivenessSending({ step: { t, language }, share, isWaiting }: SendingShape) {
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  const isChecking = share >= 1 && !isWaiting;
  return (
    <Step
      title={t(isWaiting ? 'camera.waiting.title' : 'liveness.sending.title')}
      text={t(isWaiting ? 'liveness.waiting.text' : 'camera.sending_text')}
    >
      <div class="sending">
        <progress
          max={1}
          value={isChecking ? undefined : share}
          aria-label={t('liveness.sending.title')}
        />
        <span aria-hidden="true">{isChecking ? t('camera.checking') : percent}</span>
      </div>
    </Step>
  );
}
