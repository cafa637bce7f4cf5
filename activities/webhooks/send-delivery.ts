import { noteSession, withTrace } from '../../shared/tracing/log-context';
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
    const result = await post(begun, rules);
    rules.onTried?.(begun, result);
    return result;
  });
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
    },
    body: begun.body,
    rules,
    resolve,
    timeoutMs: tryTimeoutMs,
  });
  metrics?.count('verifa_delivery_tries_total', { result: result.errorCode ?? 'taken' });
  return result;
}
