import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meKey } from './me';

const channelName = 'verifa-console';

type News = 'changed' | 'signed_out';

/** Tells the other tabs that somebody else is signed in, or in another environment, or nobody any more. */
export function tellOtherTabs(news: News = 'changed'): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(news);
  channel.close();
}

/**
 * Asks who is signed in when another tab says that it has changed. Who signed out means all tabs: each is loaded
 * anew, so that nothing of what was shown stays in its memory.
 */
export function useOtherTabs(): void {
  const client = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'signed_out') location.reload();
      else void client.invalidateQueries({ queryKey: meKey });
    });
    return () => channel.close();
  }, [client]);
}
