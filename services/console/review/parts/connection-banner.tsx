import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useService } from '../api/context';
import { useText } from './words';

const askEveryMs = 2_000;

/** Says that the API does not answer, asks whether it does again, and has all that is shown asked for anew. */
export function ConnectionBanner() {
  const t = useText();
  const { connection, base } = useService();
  const client = useQueryClient();
  const reach = useSyncExternalStore(connection.reach.subscribe, connection.reach.get);
  useEffect(() => {
    if (reach === 'up') return undefined;
    const timer = setInterval(() => {
      void isReady(base).then(async (isUp) => {
        if (isUp) await client.invalidateQueries();
      });
    }, askEveryMs);
    return () => clearInterval(timer);
  }, [base, client, reach]);
  return (
    <div role="status">
      {reach === 'up' ? null : <p className="banner">{t('connection.away')}</p>}
    </div>
  );
}

async function isReady(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/readyz`, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
