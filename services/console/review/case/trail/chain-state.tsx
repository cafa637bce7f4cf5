import { useRead } from '../../api/use-read';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { useText } from '../../parts/words';

/**
 * Whether the log still is what was written: each record seals the one before it. The whole log is walked for it, so it
 * is verified when somebody asks.
 */
export function ChainState() {
  const t = useText();
  const { data, isFetching, refetch } = useRead(
    'GET /api/v1/events/verify',
    {},
    { enabled: false },
  );
  if (data === undefined) {
    return (
      <Button kind="quiet" isPending={isFetching} onPress={() => void refetch()}>
        {t('trail.chain.verify')}
      </Button>
    );
  }
  if (data.broken_at !== undefined) return <Badge tone="bad">{t('trail.chain.broken')}</Badge>;
  return (
    <span title={t('trail.chain.sealed', { sealed: data.sealed, unsealed: data.unsealed })}>
      <Badge tone="good">{t('trail.chain.whole')}</Badge>
    </span>
  );
}
