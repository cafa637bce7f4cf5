import { writeTraceparent } from '../../shared/domain/tracing/trace-context';
import { currentTrace, noteSession, withTrace } from '../../shared/tracing/log-context';
import { inSpan, type SpanBeginning, type SpanEnd, type Tracer } from '../../shared/tracing/tracer';
import { signatureHeaders } from './signature';
import type { MetricsSink } from '../../shared/metrics/metrics';
import type { GuardRules, Resolve } from './address-guard';
import type { BegunTry } from './begun-try';
import { defaultTryTimeoutMs, sendTry, type TryResult } from './send-try';

export interface SendRules {
  readonly rules: GuardRules;
  readonly resolve?: Resolve;
  readonly tryTimeoutMs?: number;
  /** Counts the tries; absent, nobody does. */
  readonly metrics?: MetricsSink;
  /** Where spans go; absent, none are made. */
  readonly tracer?: Tracer | undefined;
  /** Hears of each try's end, under the ids of its event's request and session. */
  readonly onTried?: (begun: BegunTry, result: TryResult) => void;
}

/** The same at every try. */
export const webhookHeaders = {
  'Content-Type': 'application/json',
  'User-Agent': 'Verifa-Webhooks/1',
} as const;

/** One signed POST; the signature's time is this moment. */
export function sendDelivery(begun: BegunTry, rules: SendRules): Promise<TryResult> {
  return withTrace(begun.trace, async () => {
    if (begun.sessionId !== null) noteSession(begun.sessionId);
    const result = await inSpan(rules.tracer, spanOf(begun), () => post(begun, rules), endOf);
    rules.onTried?.(begun, result);
    return result;
  });
}

function spanOf(begun: BegunTry): SpanBeginning {
  return {
    name: `deliver ${begun.eventType}`,
    kind: 'client',
    attributes: {
      'verifa.event': begun.eventType,
      'verifa.event.id': begun.eventId,
      'verifa.delivery.id': begun.deliveryId,
      'verifa.delivery.round': begun.round,
      'verifa.delivery.try': begun.tryNumber,
      'verifa.endpoint.id': begun.endpointId,
      ...(begun.sessionId === null ? {} : { 'verifa.session.id': begun.sessionId }),
    },
  };
}

function endOf({ statusCode, errorCode }: TryResult): SpanEnd {
  return {
    attributes: statusCode === null ? {} : { 'http.response.status_code': statusCode },
    ...(errorCode === null ? {} : { error: errorCode }),
  };
}

/** A receiver that traces goes on with the trace of the call that led to its event. */
function traceHeaders(): Readonly<Record<string, string>> {
  const { parent } = currentTrace();
  return parent === null ? {} : { traceparent: writeTraceparent(parent) };
}

async function post(
  begun: BegunTry,
  { rules, resolve, metrics, tryTimeoutMs = defaultTryTimeoutMs }: SendRules,
): Promise<TryResult> {
  const result = await sendTry({
    url: begun.url,
    headers: {
      ...webhookHeaders,
      ...signatureHeaders({ ...begun, at: new Date() }),
      ...traceHeaders(),
    },
    body: begun.body,
    rules,
    resolve,
    timeoutMs: tryTimeoutMs,
  });
  metrics?.count('verifa_delivery_tries_total', { result: result.errorCode ?? 'taken' });
  return result;
}
