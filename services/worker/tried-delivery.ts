import type { Logger } from 'pino';
import type { BegunTry } from '../../activities/webhooks/begun-try';
import type { TryResult } from '../../activities/webhooks/send-try';

/** A line for each try of a delivery: where it went by id, and what came of it; no address, no word of an answer. */
export function logTriedDelivery(log: Logger): (begun: BegunTry, result: TryResult) => void {
  return (begun, { statusCode, errorCode, durationMs }) => {
    const level = errorCode === null ? 'info' : 'warn';
    log[level](
      {
        delivery_id: begun.deliveryId,
        endpoint_id: begun.endpointId,
        event_id: begun.eventId,
        event_type: begun.eventType,
        round: begun.round,
        try: begun.tryNumber,
        status_code: statusCode,
        error: errorCode,
        duration_ms: durationMs,
      },
      errorCode === null ? 'webhook delivered' : 'webhook try failed',
    );
  };
}
