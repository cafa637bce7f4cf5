import { createHash } from 'node:crypto';
import { z } from 'zod';
import { openJson, sealJson, hmacSha256 } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import { isId, newId } from '../../../shared/domain/ids';
import type { Write } from '../../../shared/database/in-one-statement';
import type { ApiDeps } from '../deps';
import type { Answer } from './answer';
import type { ApiRequest, ApiResponse, Call } from './call';
import { callerId, type Caller } from './caller';
import { canonicalJson } from '../../../shared/domain/canonical-json';
import { asVerifaError, errorBody, errorHeaders } from './error-answer';
import {
  createIdempotencyLeases,
  type AnswerToKeep,
  type IdempotencyKey,
  type Lease,
} from './idempotency-lease';
import { invalidField } from './parse';
import { namedIn, type Whose } from './whose-answer';

interface Asked {
  readonly caller: Caller;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
  readonly rawBody: unknown;
  /** Null: the operation knows its repeat otherwise, and its answer is not stored. */
  readonly whose: Whose | null;
  readonly renew: Renew | undefined;
}
/** The body of a success that is replayed, from the stored one. */
export type Renew = (call: { readonly caller: Caller }, stored: unknown) => Promise<unknown>;
export type Held = Pick<
  Call<unknown, unknown, unknown>,
  'operationId' | 'mayBeRepeat' | 'assignedId' | 'keep'
> & {
  /** A repeat may come. */
  readonly isKeyed: boolean;
};

const maxKeyChars = 255;
const storedAnswer = z.object({
  status: z.number().int(),
  body: z.unknown(),
  headers: z.record(z.string(), z.string()),
});
type StoredAnswer = z.infer<typeof storedAnswer>;

/**
 * Runs an operation under its `Idempotency-Key`: the first holder runs it, every later one with the
 * same parameters gets the stored answer, a refusal as well as a success. What may come out
 * differently next time (401, 403, 429, 5xx) is not stored and gives the lease back.
 */
export async function idempotently(
  deps: ApiDeps,
  asked: Asked,
  run: (held: Held) => Promise<Answer>,
): Promise<Answer> {
  const { whose } = asked;
  const key = whose === null ? undefined : asked.request.get('idempotency-key');
  const { requestId } = asked.response.locals;
  if (whose === null || key === undefined) {
    return run({
      operationId: requestId,
      isKeyed: false,
      mayBeRepeat: false,
      assignedId: newId,
      keep: () => null,
    });
  }
  if (key === '' || key.length > maxKeyChars) {
    throw invalidField('Idempotency-Key', 'invalid_length', 'must have 1 to 255 characters');
  }
  const named = nameKey(deps, asked, key);
  const sealingKey = deps.keyring.derive('idempotent-answers');
  const leases = createIdempotencyLeases(deps);
  const taken = await leases.take(named);
  if (taken.kind === 'answered') {
    const stored = storedAnswer.parse(
      openJson(sealingKey, sealContext.idempotentAnswer(named.keyHash), taken.sealed),
    );
    const { renew, caller } = asked;
    const isStale = renew !== undefined && stored.status < 300;
    const body = isStale ? await renew({ caller }, stored.body) : stored.body;
    return asAnswer({ ...stored, body }, { 'Idempotent-Replayed': 'true' });
  }
  const lease = taken.lease;
  const toKeep = (stored: StoredAnswer): AnswerToKeep => ({
    status: stored.status,
    sealed: sealJson(sealingKey, sealContext.idempotentAnswer(named.keyHash), stored),
    named: namedIn(whose, asked.request, stored.body),
  });
  const kept = new Set<Answer>();
  const keep = (given: Answer): Write => {
    kept.add(given);
    return leases.storing(named, lease, toKeep(toStore(given)));
  };
  const outcome = await settle((held) => run({ ...held, keep }), lease, requestId);
  if (outcome.kind === 'repeatable') {
    await leases.giveBack(named, lease);
    throw outcome.error;
  }
  if (outcome.given === null || !kept.has(outcome.given)) {
    await leases.store(named, lease, toKeep(outcome.stored));
  }
  return asAnswer(outcome.stored, {});
}

type Outcome =
  | {
      readonly kind: 'final';
      readonly stored: StoredAnswer;
      /** What the handler returned; null: it refused. */
      readonly given: Answer | null;
    }
  | { readonly kind: 'repeatable'; readonly error: unknown };

async function settle(
  run: (held: Omit<Held, 'keep'>) => Promise<Answer>,
  lease: Lease,
  requestId: string,
): Promise<Outcome> {
  const assignedId: Held['assignedId'] = (kind) => {
    const id = lease.assignedId(kind);
    if (!isId(kind, id)) throw new Error('an assigned id of another kind');
    return id;
  };
  try {
    const { operationId, isFirst } = lease;
    const given = await run({ operationId, isKeyed: true, mayBeRepeat: !isFirst, assignedId });
    return { kind: 'final', stored: toStore(given), given };
  } catch (thrown) {
    const error = asVerifaError(thrown);
    if (isRepeatable(error.status)) return { kind: 'repeatable', error: thrown };
    const body = errorBody(error, requestId);
    return {
      kind: 'final',
      stored: { status: error.status, body, headers: errorHeaders(error) },
      given: null,
    };
  }
}

function toStore(answer: Answer): StoredAnswer {
  switch (answer.kind) {
    case 'json':
      return { status: answer.status, body: answer.body, headers: { ...answer.headers } };
    case 'empty':
      return { status: answer.status, body: null, headers: {} };
    case 'sent':
      throw new Error('a streamed answer cannot be stored');
  }
}

function isRepeatable(status: number): boolean {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}

function asAnswer(stored: StoredAnswer, more: Readonly<Record<string, string>>): Answer {
  if (stored.status === 204) return { kind: 'empty', status: 204 };
  return { kind: 'json', ...stored, headers: { ...stored.headers, ...more } };
}

function nameKey(deps: ApiDeps, { caller, request, rawBody }: Asked, key: string): IdempotencyKey {
  const hashKey = deps.keyring.derive('idempotency-keys');
  // Keys of an organisation are one program to us; people are not, and get no answers of each other's.
  const own = caller.kind === 'user' ? `\n${callerId(caller)}` : '';
  const target = `${request.method} ${request.path}${own}`;
  const params = canonicalJson({ body: rawBody ?? null, query: request.query });
  return {
    organizationId: caller.organizationId,
    environment: caller.environment,
    keyHash: hmacSha256(hashKey, `${target}\n${key}`),
    paramsHash: hmacSha256(hashKey, createHash('sha256').update(params).digest()),
  };
}
