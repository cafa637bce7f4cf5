import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meKey } from './me';

const channelName = 'verifa-console';

/** Tells the other tabs that somebody else is signed in, or that the sign-in is in another environment. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}

/** Asks who is signed in when another tab says that it has changed. */
export function useOtherTabs(): void {
  const client = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', () => {
      void client.invalidateQueries({ queryKey: meKey });
    });
    return () => channel.close();
  }, [client]);
}
