import type { Screen } from './flow/screen';
import { DocumentStep } from './steps/document';
import { LivenessStep } from './steps/liveness';
import { ProofOfAddressStep } from './steps/proof-of-address';
import { SelfieStep } from './steps/selfie';
import type { StepProps } from './steps/step-props';

/** The component of a step that is open: each in its own file, chosen by `flow/choose-screen.ts`. */
export function LiveScreen({
  screen,
  step,
}: {
  readonly screen: Screen;
  readonly step: StepProps;
}) {
  switch (screen.name) {
    case 'document':
      return <DocumentStep key={screen.side} side={screen.side} {...step} />;
    case 'selfie':
      return <SelfieStep {...step} />;
    case 'liveness':
      return <LivenessStep {...step} />;
    case 'proof_of_address':
      return <ProofOfAddressStep {...step} />;
    default:
      return null;
  }
}
