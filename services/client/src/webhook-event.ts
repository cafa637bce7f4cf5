import type { webhooks } from './api';

export type WebhookEventType = keyof webhooks;

type Described<T extends WebhookEventType> =
  NonNullable<webhooks[T]['post']['requestBody']> extends {
    content: { 'application/json': infer Body };
  }
    ? Body
    : never;

/** What an event carries beside what is documented of all: read it as what it turns out to be. */
interface Carried {
  readonly [field: string]: unknown;
}

/**
 * One webhook's body, told apart by `event`. A newer service may send events that this release has no name
 * for: give your `switch` a `default` that answers 2xx, or they are sent again and again.
 */
export type WebhookEvent = {
  [T in WebhookEventType]: Described<T> & { readonly event: T } & Carried;
}[WebhookEventType];
