import { setTimeout as sleep } from 'node:timers/promises';
import { WaitEndedError } from './errors';
import type { AnswerOf, BodyOf, CallOptions, Pages, QueryOf, Request } from './route-types';

type Session = AnswerOf<'GET /api/v1/sessions/{id}'>;

export interface WaitOptions {
  readonly signal?: AbortSignal;
  /** Default 2 s. */
  readonly intervalMs?: number;
  /** Statuses that end the waiting too, e.g. `['under_review']`, which may last for days. */
  readonly orAt?: readonly Session['status'][];
}

/** The calls that most integrations are made of; all others are there by `client.request`. */
export type SessionCalls = ReturnType<typeof sessionCalls>;

export function sessionCalls(request: Request, pages: Pages) {
  const retrieve = (id: string, options: CallOptions = {}) =>
    request('GET /api/v1/sessions/{id}', { params: { id }, ...options });
  return {
    retrieve,
    create: (body: BodyOf<'POST /api/v1/sessions'>, options: CallOptions = {}) =>
      request('POST /api/v1/sessions', { body, ...options }),
    update: (id: string, body: BodyOf<'PATCH /api/v1/sessions/{id}'>, options: CallOptions = {}) =>
      request('PATCH /api/v1/sessions/{id}', { params: { id }, body, ...options }),
    /** Newest first, by cursors: nothing is seen twice while others are created. */
    list: (
      query: Omit<QueryOf<'GET /api/v1/sessions'>, 'offset'> = {},
      options: CallOptions = {},
    ) => pages('GET /api/v1/sessions', { query: { after: '', ...query }, ...options }),
    generateOneTimeLink: (
      id: string,
      body: BodyOf<'POST /api/v1/sessions/{id}/generate-one-time-link'> = {},
      options: CallOptions = {},
    ) =>
      request('POST /api/v1/sessions/{id}/generate-one-time-link', {
        params: { id },
        body,
        ...options,
      }),
    resume: (id: string, options: CallOptions = {}) =>
      request('POST /api/v1/sessions/{id}/resume', { params: { id }, ...options }),
    expire: (id: string, options: CallOptions = {}) =>
      request('POST /api/v1/sessions/{id}/expire', { params: { id }, ...options }),
    /** Sandbox keys only: how the session ends. */
    simulate: (
      id: string,
      action: BodyOf<'POST /api/v1/sessions/{id}/simulate'>['action'],
      options: CallOptions = {},
    ) =>
      request('POST /api/v1/sessions/{id}/simulate', {
        params: { id },
        body: { action },
        ...options,
      }),
    result: (id: string, options: CallOptions = {}) =>
      request('GET /api/v1/sessions/{id}/result', { params: { id }, ...options }),
    /** Erases what is known of the person, for good. */
    redact: (id: string, options: CallOptions = {}) =>
      request('DELETE /api/v1/sessions/{id}/data', { params: { id }, ...options }),
    /** For scripts and tests; a webhook tells it earlier and costs nothing. Give it a `signal`. */
    async waitUntilOver(id: string, options: WaitOptions = {}): Promise<Session> {
      const { intervalMs = 2_000, orAt = [], ...others } = options;
      const ends: readonly string[] = [...terminalStatuses, ...orAt];
      let last: string | null = null;
      for (;;) {
        try {
          const session = await retrieve(id, others);
          last = session.status;
          if (ends.includes(last)) return session;
          await sleep(intervalMs, undefined, others);
        } catch (cause) {
          throw others.signal?.aborted === true ? new WaitEndedError(id, last, cause) : cause;
        }
      }
    },
  };
}

const terminalStatuses = ['completed', 'expired', 'failed'] as const;
