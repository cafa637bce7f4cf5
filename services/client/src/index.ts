export { createClient, type Client, type ClientOptions } from './client';
export {
  VerifaApiError,
  VerifaConnectionError,
  WaitEndedError,
  type ErrorCode,
  type FieldError,
} from './errors';
export type {
  AnswerOf,
  BodyOf,
  CallOptions,
  ItemOf,
  ListRoute,
  OptionsOf,
  ParamsOf,
  QueryOf,
  RawBody,
  Route,
} from './route-types';
export { verifyWebhook, type ReceivedWebhook, type WebhookHeaders } from './verify-webhook';
export { WebhookVerificationError, type WebhookRefusal } from './webhook-error';
export type { WebhookEvent, WebhookEventType } from './webhook-event';
