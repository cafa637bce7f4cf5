import type { ListAction } from '../../../../../shared/domain/lists/list-action';
import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';
import { everyOne } from '../../terms/every-one';

export const listActions = everyOne<ListAction>()(['block', 'flag', 'allow']);

const tones: Readonly<Record<ListAction, Tone>> = { block: 'bad', flag: 'warn', allow: 'good' };

export function ListActionBadge({ action }: { readonly action: ListAction }) {
  const t = useText();
  return <Badge tone={tones[action]}>{t(`lists.action.${action}`)}</Badge>;
}
