import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';
import type { identityStatuses } from './identities-search';

type IdentityStatus = (typeof identityStatuses)[number];

const tones: Readonly<Record<IdentityStatus, Tone>> = {
  unverified: 'quiet',
  approved: 'good',
  rejected: 'bad',
};

export function IdentityStatusBadge({ status }: { readonly status: IdentityStatus }) {
  const t = useText();
  return <Badge tone={tones[status]}>{t(`identities.status.${status}`)}</Badge>;
}
