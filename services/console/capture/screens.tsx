import type { PieceScreen, Screen } from './flow/screen';
import { AskedAgainStep } from './steps/asked-again';
import { ConsentStep } from './steps/consent';
import { DocumentStep } from './steps/document';
import { DocumentChoiceStep } from './steps/document-choice';
import { LivenessStep } from './steps/liveness';
import { ProofOfAddressStep } from './steps/proof-of-address';
import { ReviewStep } from './steps/review';
import { SelfieStep } from './steps/selfie';
import { StartStep } from './steps/start';
import type { StepProps } from './steps/step-props';
import { UserInfoStep } from './steps/user-info';

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
      return <DocumentStep key={screen.side} side={screen.side} {...step} />;
    case 'selfie':
      return <SelfieStep {...step} />;
    case 'liveness':
      return <LivenessStep {...step} />;
    case 'user_info':
      return <UserInfoStep {...step} drafts={drafts} />;
    case 'proof_of_address':
      return <ProofOfAddressStep {...step} />;
    case 'review':
      return <ReviewStep {...step} open={shape.open} submit={shape.submit} />;
    default:
      return null;
  }
}
