import type { ItemOf } from '../../../../client/src/route-types';
import type { Translate } from '../../texts';

type Rollout = Pick<
  ItemOf<'GET /api/v1/workflows'>,
  'version' | 'stable_version' | 'rollout_percentage'
>;

/** Which version sessions have. */
export function rolloutWords(
  { version, stable_version: stable, rollout_percentage: percent }: Rollout,
  t: Translate,
): string {
  if (percent === 100 || version === stable) return t('workflows.rollout.all', { version });
  if (percent === 0) return t('workflows.rollout.none', { version, stable });
  return t('workflows.rollout', { version, stable, percent });
}
