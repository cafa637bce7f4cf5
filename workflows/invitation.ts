import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { MailActivities } from '../activities/mail/contract';
import type { Invitation } from '../shared/temporal/invitation-client';
import { inDetail } from './current-details';

const { sendInvitation } = proxyActivities<MailActivities>({
  startToCloseTimeout: '1 minute',
  // A mail server that is away, or not configured yet, is waited for; the link's own end ends it.
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** One invitation to one person. */
export async function invitationWorkflow(invitation: Invitation): Promise<'sent' | 'dropped'> {
  setCurrentDetails(inDetail('waiting to be sent', ['why it was not yet: Pending Activities']));
  const summary = `invitation ${String(invitation.number)}`;
  const outcome = await sendInvitation.executeWithOptions({ summary }, [invitation]);
  setCurrentDetails(inDetail(outcome));
  return outcome;
}
