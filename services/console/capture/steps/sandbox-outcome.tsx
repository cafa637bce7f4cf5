import { OutcomeButtons } from '../parts/outcome-buttons';
import { Step } from '../parts/step';
import type { CaptureApi } from '../server/capture-api';
import type { Translate } from '../texts';

interface SandboxShape {
  readonly t: Translate;
  readonly api: CaptureApi;
  readonly refresh: () => Promise<void>;
  readonly trouble: (cause: unknown) => void;
}

/** A submitted test session waits for its tester. */
export function SandboxOutcomeStep({ t, api, refresh, trouble }: SandboxShape) {
  return (
    <Step
      title={t('sandbox.title')}
      text={t('sandbox.text')}
      actions={<OutcomeButtons t={t} api={api} chosen={refresh} trouble={trouble} />}
    />
  );
}
