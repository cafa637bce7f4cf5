import { useEffect } from 'preact/hooks';
import type { PieceScreen, Screen } from './flow/screen';
import { AskedAgainStep } from './steps/asked-again';
import { ConsentStep } from './steps/consent';
import { DocumentChoiceStep } from './steps/document-choice';
import { Later } from './steps/later';
import { ReviewStep } from './steps/review';
import { StartStep } from './steps/start';
import type { StepProps } from './steps/step-props';
import { UserInfoStep } from './steps/user-info';

const pictureSteps = () => import('./steps/picture-steps');

interface LiveShape {
  readonly screen: Screen;
  readonly step: StepProps;
  readonly organization: string;
  readonly drafts: Map<string, string>;
  readonly begin: () => void;
  readonly refused: () => void;
  readonly open: (screen: PieceScreen) => void;
  readonly submit: () => Promise<void>;
}

/** The component of a step that is open: each in its own file, chosen by `flow/choose-screen.ts`. */
export function LiveScreen(shape: LiveShape) {
  const { screen, step, organization, drafts, begin } = shape;
  useEffect(() => {
    // While the person reads; where it fails, the step itself asks again.
    pictureSteps().catch(() => undefined);
  }, []);
  switch (screen.name) {
    case 'start':
      return <StartStep {...step} organization={organization} begin={begin} />;
    case 'asked_again':
      return <AskedAgainStep {...step} organization={organization} begin={begin} />;
    case 'consent':
      return <ConsentStep {...step} organization={organization} refused={shape.refused} />;
    case 'document_choice':
      return <DocumentChoiceStep {...step} />;
    case 'document':
      return (
        <Later step={step} load={pictureSteps}>
          {({ DocumentStep }) => <DocumentStep key={screen.side} side={screen.side} {...step} />}
        </Later>
      );
    case 'selfie':
      return (
        <Later step={step} load={pictureSteps}>
          {({ SelfieStep }) => <SelfieStep {...step} />}
        </Later>
      );
    case 'liveness':
      return (
        <Later step={step} load={pictureSteps}>
          {({ LivenessStep }) => <LivenessStep {...step} />}
        </Later>
      );
    case 'user_info':
      return <UserInfoStep {...step} drafts={drafts} />;
    case 'proof_of_address':
      return (
        <Later step={step} load={pictureSteps}>
          {({ ProofOfAddressStep }) => <ProofOfAddressStep {...step} />}
        </Later>
      );
    case 'review':
      return <ReviewStep {...step} open={shape.open} submit={shape.submit} />;
    default:
      return null;
  }
}
