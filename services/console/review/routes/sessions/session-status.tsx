import type { SessionStatus } from '../../../../../shared/domain/lifecycle/state';
import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';
import { everyOne } from '../../terms/every-one';

/** In the order of a session's life. */
export const sessionStatuses = everyOne<SessionStatus>()([
  'pending',
  'capturing',
  'processing',
  'awaiting_external',
  'under_review',
  'sandbox_pending',
  'completed',
  'expired',
  'failed',
]);

const tones: Readonly<Record<SessionStatus, Tone>> = {
  pending: 'info',
  capturing: 'info',
  processing: 'info',
  awaiting_external: 'warn',
  under_review: 'warn',
  sandbox_pending: 'warn',
  completed: 'good',
  expired: 'quiet',
  failed: 'bad',
};

export function SessionStatusBadge({ status }: { readonly status: SessionStatus }) {
  const t = useText();
  return <Badge tone={tones[status]}>{t(`sessions.status.${status}`)}</Badge>;
}
