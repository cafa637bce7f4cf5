import type { ItemOf } from '../../../client/src/route-types';
import { Badge, type Tone } from '../parts/badge';
import { useText } from '../parts/words';

type Status = ItemOf<'GET /api/v1/cases'>['status'];

const tones: Readonly<Record<Status, Tone>> = {
  open: 'info',
  in_review: 'info',
  pending_second_review: 'warn',
  escalated: 'warn',
  approved: 'good',
  rejected: 'bad',
  closed: 'quiet',
};

export function CaseStatus({ status }: { readonly status: Status }) {
  const t = useText();
  return <Badge tone={tones[status]}>{t(`case.status.${status}`)}</Badge>;
}
