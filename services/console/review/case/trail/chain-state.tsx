import { useRead } from '../../api/use-read';
import { Badge } from '../../parts/badge';
import { useText } from '../../parts/words';

/** Whether the log still is what was written: each record seals the one before it. */
export function ChainState() {
  const t = useText();
  const { data } = useRead('GET /api/v1/events/verify', {});
  if (data === undefined) return null;
  if (data.broken_at !== undefined) return <Badge tone="bad">{t('trail.chain.broken')}</Badge>;
  return (
    <span title={t('trail.chain.sealed', { sealed: data.sealed, unsealed: data.unsealed })}>
      <Badge tone="good">{t('trail.chain.whole')}</Badge>
    </span>
  );
}
