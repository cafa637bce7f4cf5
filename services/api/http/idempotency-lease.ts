import type { Database, IdempotencyTable } from '../../../shared/database/schema';
import type { Environment } from '../../../shared/domain/environment';
import { sql, type RawBuilder, type Selectable, type Transaction } from 'kysely';
import type { Write } from '../../../shared/database/in-one-statement';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import {
  idPrefixes,
  isId,
  newId,
  type IdKind,
  type OrganizationId,
} from '../../../shared/domain/ids';
import type { AnswerSubject } from '../../../shared/erasure/stored-answers';
import type { ApiDeps } from '../deps';
import type { Named } from './whose-answer';

const leaseMs = 60_000;
const keptMs = 24 * 3_600_000;
/** A row can vanish between two statements only by its 24 hours; once more is enough. */
const maxLooks = 3;

export interface IdempotencyKey {
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
  /** HMAC of key, method and path: the client's key itself is not kept. */
  readonly keyHash: Buffer;
  readonly paramsHash: Buffer;
}

/** The right to run the operation, until `until` (which also tells this holder from the next). */
export interface Lease {
  readonly until: Date;
  readonly operationId: string;
  readonly assignedId: (kind: IdKind) => string;
  /** Nobody held the key before: nothing can have been done under it. */
  readonly isFirst: boolean;
}

export interface AnswerToKeep {
  readonly status: number;
  readonly sealed: Buffer;
  readonly named: Named;
}

export type Taken =
  | { readonly kind: 'lease'; readonly lease: Lease }
  | { readonly kind: 'answered'; readonly sealed: Buffer };

export interface IdempotencyLeases {
  take(key: IdempotencyKey): Promise<Taken>;
  store(key: IdempotencyKey, lease: Lease, answer: AnswerToKeep): Promise<void>;
  /** The same as a write of the statement that makes the session which the lease was given an id for. */
  storing(key: IdempotencyKey, lease: Lease, answer: AnswerToKeep): Write;
  /** The row and its id stay: what failed may still have taken effect, and a repeat goes on from it. */
  giveBack(key: IdempotencyKey, lease: Lease): Promise<void>;
}

type Row = Selectable<IdempotencyTable>;

export function createIdempotencyLeases({
  db,
  clock,
}: Pick<ApiDeps, 'db' | 'clock'>): IdempotencyLeases {
  const fresh = (now: Date) => ({
    // The body of an id of any kind: the operation's own route puts the prefix before it.
    assigned_id: newId('session').slice(idPrefixes.session.length),
    subject_ids: [],
    erased_subject: null,
    lease_until: leaseEnd(now),
    status_code: null,
    answer_sealed: null,
    created_at: now,
    expires_at: new Date(now.getTime() + keptMs),
  });

  async function insert(key: IdempotencyKey): Promise<Row | undefined> {
    return db
      .insertInto('idempotency')
      .values({
        organization_id: key.organizationId,
        environment: key.environment,
        key_hash: key.keyHash,
        params_hash: key.paramsHash,
        ...fresh(clock()),
      })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'environment', 'key_hash']).doNothing(),
      )
      .returningAll()
      .executeTakeFirst();
  }

  async function takeOver(key: IdempotencyKey): Promise<Taken | undefined> {
    return db.transaction().execute(async (trx) => {
      const mine = trx
        .selectFrom('idempotency')
        .selectAll()
        .where('organization_id', '=', key.organizationId)
        .where('environment', '=', key.environment)
        .where('key_hash', '=', key.keyHash);
      const row = await mine.forUpdate().executeTakeFirst();
      if (row === undefined) return undefined;
      const now = clock();
      const isOver = row.expires_at <= now;
      if (!isOver) {
        const answered = await judge(trx, row, key, now);
        if (answered !== undefined) return answered;
      }
      const taken = await trx
        .updateTable('idempotency')
        .set(
          isOver ? { ...fresh(now), params_hash: key.paramsHash } : { lease_until: leaseEnd(now) },
        )
        .where('organization_id', '=', key.organizationId)
        .where('environment', '=', key.environment)
        .where('key_hash', '=', key.keyHash)
        .returningAll()
        .executeTakeFirstOrThrow();
      return { kind: 'lease', lease: leaseOf(taken, isOver) };
    });
  }

  const held = (key: IdempotencyKey, lease: Lease) =>
    db
      .updateTable('idempotency')
      .where('organization_id', '=', key.organizationId)
      .where('environment', '=', key.environment)
      .where('key_hash', '=', key.keyHash)
      .where('lease_until', '=', lease.until)
      .where('status_code', 'is', null);

  return {
    async take(key) {
      for (let look = 0; look < maxLooks; look += 1) {
        const inserted = await insert(key);
        if (inserted !== undefined) return { kind: 'lease', lease: leaseOf(inserted, true) };
        const taken = await takeOver(key);
        if (taken !== undefined) return taken;
      }
      throw new VerifaError('temporarily_unavailable');
    },
    async store(key, lease, answer) {
      await storingAnswer(key, lease, answer, []).execute(db);
    },
    storing(key, lease, answer) {
      return storingAnswer(key, lease, answer, [lease.assignedId('session')]);
    },
    async giveBack(key, lease) {
      await held(key, lease).set({ lease_until: clock() }).execute();
    },
  };
}

/** `newborn` is written by the same statement, which therefore does not see it. */
function storingAnswer(
  key: IdempotencyKey,
  lease: Lease,
  { status, sealed, named }: AnswerToKeep,
  newborn: readonly string[],
): RawBuilder<unknown> {
  // The lock lets an erasure of this very moment come first, and be seen, or find the answer to empty.
  return sql`
    WITH named_sessions AS (
      SELECT id, retention_status FROM sessions
      WHERE organization_id = ${key.organizationId} AND environment = ${key.environment}
        AND id = ANY(${named.sessions}::text[] || ARRAY(
          SELECT session_id FROM cases WHERE id = ANY(${named.cases}::text[])))
      ORDER BY id FOR KEY SHARE),
    named_identities AS (
      SELECT id, redacted_at FROM identities
      WHERE organization_id = ${key.organizationId} AND environment = ${key.environment}
        AND id = ANY(${named.identities}::text[])
      ORDER BY id FOR SHARE),
    subjects AS (
      SELECT id, retention_status = 'redacted' AS is_erased FROM named_sessions
      UNION ALL SELECT id, redacted_at IS NOT NULL FROM named_identities)
    UPDATE idempotency
    SET status_code = ${status}, subject_ids = ARRAY(SELECT id FROM subjects) || ${newborn}::text[],
      erased_subject = COALESCE(erased_subject, (SELECT min(id) FROM subjects WHERE is_erased)),
      answer_sealed = CASE
        WHEN erased_subject IS NOT NULL OR EXISTS (SELECT FROM subjects WHERE is_erased) THEN NULL
        ELSE ${sealed}::bytea END
    WHERE organization_id = ${key.organizationId} AND environment = ${key.environment}
      AND key_hash = ${key.keyHash} AND lease_until = ${lease.until} AND status_code IS NULL
  `;
}

/** The stored answer, or a refusal; undefined when the lease of a dead holder may be taken over. */
async function judge(
  trx: Transaction<Database>,
  row: Row,
  key: IdempotencyKey,
  now: Date,
): Promise<Taken | undefined> {
  if (!row.params_hash.equals(key.paramsHash)) throw new VerifaError('idempotency_mismatch');
  if (row.erased_subject !== null) throw await erasedAnswer(trx, row.erased_subject);
  if (row.answer_sealed !== null) return { kind: 'answered', sealed: row.answer_sealed };
  const leftMs = row.lease_until.getTime() - now.getTime();
  if (leftMs <= 0) return undefined;
  throw new VerifaError('idempotency_in_progress', {
    // Most first holders end within a second; only a dead one keeps the key for the lease's rest.
    retryAfterSeconds: 1,
    extra: { lease_seconds_left: Math.ceil(leftMs / 1_000) },
  });
}

/** What the answer told of is gone: the id says of whom, and nothing runs again. */
async function erasedAnswer(
  trx: Transaction<Database>,
  subject: AnswerSubject,
): Promise<VerifaError> {
  if (isId('identity', subject)) {
    return new VerifaError('identity_redacted', { extra: { identity_id: subject } });
  }
  const session = await trx
    .selectFrom('sessions')
    .select('retention_status')
    .where('id', '=', subject)
    .executeTakeFirst();
  const isHidden = session?.retention_status === 'sensitive_redacted';
  const code = isHidden ? 'sensitive_data_expired' : 'session_redacted';
  return new VerifaError(code, { extra: { session_id: subject } });
}

/** Holders of one key are a lease apart at least, or one gave back: no two share an end by chance. */
function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}

function leaseOf(row: Row, isFirst: boolean): Lease {
  const body = row.assigned_id;
  if (body === null) throw new Error('an idempotency row without its id');
  return {
    isFirst,
    until: row.lease_until,
    operationId: `${row.key_hash.toString('hex').slice(0, 32)}-${String(row.created_at.getTime())}`,
    assignedId: (kind) => `${idPrefixes[kind]}${body}`,
  };
}
