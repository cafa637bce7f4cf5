import { assertNever } from '../../../shared/domain/assert-never';
import type { CaptureScreen, PieceScreen } from './flow/screen';
import { later } from './parts/later';
import { AskedAgainStep } from './steps/asked-again';
import { ConsentStep } from './steps/consent';
import { StartStep } from './steps/start';
import type { StepProps } from './step-props';

const choice = later(async () => (await import('./steps/document-choice')).DocumentChoiceStep);
const document = later(async () => (await import('./steps/picture-steps')).DocumentStep);
const selfie = later(async () => (await import('./steps/picture-steps')).SelfieStep);
const liveness = later(async () => (await import('./steps/picture-steps')).LivenessStep);
const userInfo = later(async () => (await import('./steps/user-info')).UserInfoStep);
const proof = later(async () => (await import('./steps/picture-steps')).ProofOfAddressStep);
const review = later(async () => (await import('./steps/review')).ReviewStep);

/** Fetches what a session's steps need, while the person reads the first screens. */
export function loadBeforehand(screens: readonly PieceScreen[]): void {
  const all = {
    ...{ document_choice: choice, document, selfie, liveness, user_info: userInfo },
    proof_of_address: proof,
  };
  for (const { name } of screens) all[name].load();
  review.load();
}

interface LiveShape {
  readonly screen: CaptureScreen;
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
      return <choice.Screen {...step} />;
    case 'document':
      return <document.Screen key={screen.side} side={screen.side} {...step} />;
    case 'selfie':
      return <selfie.Screen {...step} />;
    case 'liveness':
      return <liveness.Screen {...step} />;
    case 'user_info':
      return <userInfo.Screen {...step} drafts={drafts} />;
    case 'proof_of_address':
      return <proof.Screen {...step} />;
    case 'review':
      return <review.Screen {...step} open={shape.open} submit={shape.submit} />;
    default:
      return assertNever(screen);
  }
}
