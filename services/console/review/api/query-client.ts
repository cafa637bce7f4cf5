import { QueryClient } from '@tanstack/react-query';
import { Unreachable } from './problem';

/** How long an answer is shown without being asked for again when a screen opens with it. */
const freshForMs = 5_000;

/** A refusal stays one; only what did not come at all is worth a second question. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshForMs,
        retry: (failures, cause) => cause instanceof Unreachable && failures < 2,
        // The browser's word on the network is about the network, not about the API.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
