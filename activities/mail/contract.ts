import type { Invitation } from '../../shared/temporal/invitation-client';

export interface MailActivities {
  /** Under one Message-ID, so that a mailbox tells a repeat. `dropped`: there is nobody to invite any more. */
  sendInvitation(invitation: Invitation): Promise<'sent' | 'dropped'>;
}
