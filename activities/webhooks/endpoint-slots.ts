import type { WebhookEndpointId } from '../../shared/ids';

/** Gives the slot back. */
export type Release = () => void;

export interface EndpointSlots {
  /** Null when the endpoint has all its tries in flight. */
  take(endpointId: WebhookEndpointId): Release | null;
}

/**
 * How many tries one endpoint may have in flight in this process: a slow receiver holds its own slots
 * for up to 30 s each, never all of the worker's, and so slows no other endpoint.
 */
export function createEndpointSlots(perEndpoint: number): EndpointSlots {
  const inFlight = new Map<WebhookEndpointId, number>();
  return {
    take(endpointId) {
      const count = inFlight.get(endpointId) ?? 0;
      if (count >= perEndpoint) return null;
      inFlight.set(endpointId, count + 1);
      return () => {
        const left = (inFlight.get(endpointId) ?? 1) - 1;
        if (left === 0) inFlight.delete(endpointId);
        else inFlight.set(endpointId, left);
      };
    },
  };
}
