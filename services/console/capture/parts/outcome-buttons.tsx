import { useState } from 'preact/hooks';
import type { CaptureApi, SandboxOutcome } from '../server/capture-api';
import type { Translate } from '../texts';
import { Button } from './button';

const outcomes = ['approve', 'reject', 'needs_review'] as const satisfies readonly SandboxOutcome[];

interface OutcomesShape {
  readonly t: Translate;
  readonly api: CaptureApi;
  readonly chosen: () => Promise<void>;
  readonly trouble: (cause: unknown) => void;
}

/** How a test session is to end, as its tester wants it. */
export function OutcomeButtons({ t, api, chosen, trouble }: OutcomesShape) {
  const [busy, setBusy] = useState(false);
  const choose = (outcome: SandboxOutcome): void => {
    setBusy(true);
    api
      .sandboxOutcome(outcome)
      .then(chosen)
      .catch((cause: unknown) => trouble(cause))
      .finally(() => setBusy(false));
  };
  return (
    <div class="outcomes">
      {outcomes.map((outcome) => (
        <Button key={outcome} busy={busy} onClick={() => choose(outcome)}>
          {t(`sandbox.${outcome}`)}
        </Button>
      ))}
    </div>
  );
}
