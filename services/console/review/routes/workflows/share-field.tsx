import type { AnswerOf } from '../../../../client/src/route-types';
import { SelectField } from '../../parts/select-field';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';

export type Workflow = AnswerOf<'GET /api/v1/workflows/{id}'>;

export const shares = ['0', '1', '5', '10', '25', '50', '100'] as const;
export type Share = (typeof shares)[number];

interface ShareFieldProps {
  readonly value: Share;
  readonly onChange: (share: Share) => void;
}

/** How many sessions of a hundred. */
export function ShareField({ value, onChange }: ShareFieldProps) {
  const t = useText();
  const options = shares.map((percent) => ({
    value: percent,
    label: t('workflows.rollout.share.value', { percent }),
  }));
  return (
    <SelectField
      label={t('workflows.rollout.share')}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}

/** What follows from giving a version that share, before it is done. */
export function shareFollows(
  share: Share,
  { version, stable }: { readonly version: number; readonly stable: number },
  t: Translate,
): string {
  const values = { percent: share, version, stable };
  switch (share) {
    case '0':
      return t('workflows.rollout.follows.none', values);
    case '100':
      return t('workflows.rollout.follows.all', values);
    default:
      return t('workflows.rollout.follows', values);
  }
}
