import type { ListAction } from '../../../../../shared/domain/lists/list-action';
import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';

export const listActions = ['block', 'flag', 'allow'] as const satisfies readonly ListAction[];

const tones: Readonly<Record<ListAction, Tone>> = { block: 'bad', flag: 'warn', allow: 'good' };

export function ListActionBadge({ action }: { readonly action: ListAction }) {
  const t = useText();
  return <Badge tone={tones[action]}>{t(`lists.action.${action}`)}</Badge>;
}
