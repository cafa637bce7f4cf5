/** The step that takes a picture, or several. */
export type PictureScreen =
  | { readonly name: 'document'; readonly side: 'front' | 'back' }
  | { readonly name: 'selfie' }
  | { readonly name: 'liveness' }
  | { readonly name: 'proof_of_address' };

/** A step that fills one of the session's pieces. */
export type PieceScreen =
  PictureScreen | { readonly name: 'document_choice' } | { readonly name: 'user_info' };

export type Ending =
  'done' | 'approved' | 'rejected' | 'under_review' | 'failed' | 'asked_again' | 'expired';

/** All that the page can show; one at a time. */
export type Screen =
  | { readonly name: 'loading' }
  | { readonly name: 'start' }
  | { readonly name: 'asked_again' }
  | { readonly name: 'consent' }
  | { readonly name: 'consent_refused' }
  | PieceScreen
  | { readonly name: 'review' }
  | { readonly name: 'checking' }
  | { readonly name: 'sandbox_outcome' }
  | { readonly name: 'end'; readonly ending: Ending }
  | { readonly name: 'time_over' }
  | { readonly name: 'handed_off' }
  | { readonly name: 'gone' }
  | { readonly name: 'in_use' }
  | { readonly name: 'trouble'; readonly code: string };

export type ScreenName = Screen['name'];

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
