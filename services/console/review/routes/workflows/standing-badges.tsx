import type { ItemOf } from '../../../../client/src/route-types';
import { Badge } from '../../parts/badge';
import { useText } from '../../parts/words';

interface StandingBadgesProps {
  readonly workflow: Pick<ItemOf<'GET /api/v1/workflows'>, 'is_default' | 'active'>;
}

export function StandingBadges({ workflow }: StandingBadgesProps) {
  const t = useText();
  return (
    <span className="row">
      <Badge tone={workflow.active ? 'good' : 'quiet'}>
        {t(workflow.active ? 'workflows.active' : 'workflows.inactive')}
      </Badge>
      {workflow.is_default ? (
        <span title={t('workflows.default.hint')}>
          <Badge tone="info">{t('workflows.default')}</Badge>
        </span>
      ) : null}
    </span>
  );
}
