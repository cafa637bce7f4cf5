import type { PageSteps } from '../../../../shared/domain/capture/page-steps';
import type { Screen } from './screen';

type OneStep = NonNullable<PageSteps['steps']>[number];
/** A screen and how it was left, in the words that the server counts by: another word costs the whole batch. */
export type ToldStep = OneStep['step'];
export type ToldOutcome = NonNullable<OneStep['outcome']>;

/** Null for a screen on which nothing is told: the link is not, or not yet, known to be this person's. */
export function toldStep(screen: Screen): ToldStep | null {
  switch (screen.name) {
    case 'start':
    case 'asked_again':
      return 'expect';
    case 'consent':
    case 'consent_refused':
      return 'consent';
    case 'document_choice':
      return 'document_type';
    case 'document':
      return screen.side === 'front' ? 'id_front' : 'id_back';
    case 'selfie':
    case 'liveness':
    case 'user_info':
    case 'proof_of_address':
    case 'review':
      return screen.name;
    case 'checking':
      return 'sending';
    case 'sandbox_outcome':
    case 'end':
    case 'time_over':
      return 'end';
    case 'handed_off':
      return 'handoff';
    case 'loading':
    case 'gone':
    case 'in_use':
    case 'trouble':
      return null;
  }
}
