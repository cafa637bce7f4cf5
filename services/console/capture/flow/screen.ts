import { assertNever } from '../../../../shared/domain/assert-never';

/** A step that takes a picture, or several. */
export type PictureScreen =
  | { readonly name: 'document'; readonly side: 'front' | 'back' }
  | { readonly name: 'selfie' }
  | { readonly name: 'liveness' }
  | { readonly name: 'proof_of_address' };

/** A step that fills one of the session's pieces. */
export type PieceScreen =
  PictureScreen | { readonly name: 'document_choice' } | { readonly name: 'user_info' };

/** A screen on which the capture goes on. */
export type CaptureScreen =
  | { readonly name: 'start' }
  | { readonly name: 'asked_again' }
  | { readonly name: 'consent' }
  | PieceScreen
  | { readonly name: 'review' };

export type Ending =
  'done' | 'approved' | 'rejected' | 'under_review' | 'failed' | 'asked_again' | 'expired';

/** A screen on which nothing is captured: before, after, elsewhere, or gone wrong. */
export type StandingScreen =
  | { readonly name: 'loading' }
  | { readonly name: 'consent_refused' }
  | { readonly name: 'checking' }
  | { readonly name: 'sandbox_outcome' }
  | { readonly name: 'end'; readonly ending: Ending }
  | { readonly name: 'time_over' }
  | { readonly name: 'handed_off' }
  | { readonly name: 'gone' }
  | { readonly name: 'in_use' }
  | { readonly name: 'trouble'; readonly code: string };

/** All that the page can show; one at a time. */
export type Screen = CaptureScreen | StandingScreen;

export function isCaptureScreen(screen: Screen): screen is CaptureScreen {
  switch (screen.name) {
    case 'start':
    case 'asked_again':
    case 'consent':
    case 'document_choice':
    case 'document':
    case 'selfie':
    case 'liveness':
    case 'user_info':
    case 'proof_of_address':
    case 'review':
      return true;
    case 'loading':
    case 'consent_refused':
    case 'checking':
    case 'sandbox_outcome':
    case 'end':
    case 'time_over':
    case 'handed_off':
    case 'gone':
    case 'in_use':
    case 'trouble':
      return false;
    default:
      return assertNever(screen);
  }
}

/** A name for history entries and recorded steps: two screens with the same one are the same screen. */
export function screenKey(screen: Screen): string {
  switch (screen.name) {
    case 'document':
      return `document_${screen.side}`;
    case 'end':
      return `end_${screen.ending}`;
    default:
      return screen.name;
  }
}
