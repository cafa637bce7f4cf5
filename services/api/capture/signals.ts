import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { requireConsent } from '../../../shared/capture/consent-standing';
import { pageStepsSchema } from '../../../shared/domain/capture/page-steps';
import { hmacSha256, openJson, sealJson } from '../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { canonicalJson } from '../../../shared/domain/canonical-json';
import {
  pageBatchSchema,
  pageFactsSchema,
  type PageBatch,
  type PageFacts,
} from '../../../shared/domain/risk/page-facts';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { isBoundTo } from './capture-client';
import { captureStep, recordCaller, recordStep, type StepCall } from './capture-step';
import { keepSteps } from './keep-steps';
import { bindToken, type OpenToken } from './open-token';

const keptSignals = z
  .strictObject({
    accepted: z.literal(true),
    status: z.enum(sessionStatuses),
    /** For the next batch to bring along; null while there was none. */
    nonce: z.string().nullable(),
  })
  .meta({ id: 'KeptSignals' });

const batchesPerCapture = 20;

const signalsBody = pageFactsSchema.extend({
  ...pageStepsSchema.shape,
  /** The one that the last answer carried; a page that was loaded anew has none. */
  nonce: z.string().max(64).optional(),
});

/**
 * What the page noticed, in batches: kept sealed for the risk assessment, and never trusted alone. Its steps are
 * names of our own: they alone may come before consent, and bind the link to nobody.
 */
export function sendSignals(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'signals',
    body: signalsBody,
    standings: ['live'],
    consent: 'not_withdrawn',
    binds: false,
    summary: 'Report device and behaviour signals, and the screens shown',
    answers: { 200: json(keptSignals) },
    example: { steps: [{ step: 'consent', after_ms: 4200, outcome: 'done' }], language: 'en' },
    handler: async (call) => {
      const { open, actor } = call;
      const { nonce, steps, device_class, language, ...facts } = call.body;
      const isOnlySteps = steps !== undefined && Object.keys(facts).length === 0;
      const kept = isOnlySteps ? null : await keepFacts(deps, call, { facts, nonce });
      const batch = { steps, device_class, language };
      const session =
        steps === undefined
          ? open.session
          : await deps.db
              .transaction()
              .execute((trx) => keepSteps(trx, open, { batch, actor, at: deps.clock() }));
      return answer(200, {
        accepted: true,
        status: session.status,
        nonce: await lastNonce(deps, open),
        ...kept,
      });
    },
  });
}

interface Facts {
  readonly facts: PageFacts;
  readonly nonce: string | undefined;
}

/** A step of the capture like any other: after consent, over a bound link, from a known address. */
async function keepFacts(
  deps: ApiDeps,
  call: StepCall<unknown>,
  { facts, nonce }: Facts,
): Promise<{ readonly status: SessionRow['status']; readonly nonce: string }> {
  const { open, clientAddress } = call;
  const begunAt = deps.clock();
  await bindToken(deps, open, begunAt);
  requireConsent(open.session);
  await recordCaller(deps, open, clientAddress, begunAt);
  return recordStep(deps, call, async (trx, session, at) => {
    const key = keyToWork(deps.keyring, session);
    const last = await lastBatch(trx, session, key);
    const batch: PageBatch = { facts, nonce: standing(nonce, last?.nonce) };
    const isRepeat =
      last !== null &&
      nonce === last.broughtNonce &&
      canonicalJson(facts) === canonicalJson(last.batch.facts);
    if (isRepeat) return { status: session.status, nonce: last.nonce };
    const number = (last?.number ?? 0) + 1;
    if (number > batchesPerCapture) throw new VerifaError('too_many_attempts');
    await keepBatch(trx, session, key, { number, batch, at });
    return { status: session.status, nonce: nonceAfter(key, session, number) };
  });
}

/** What the next batch of facts is to bring; to the client alone that sent the last. */
async function lastNonce(deps: ApiDeps, open: OpenToken): Promise<string | null> {
  const { session, token, client } = open;
  if (!isBoundTo(token, client)) return null;
  const last = await lastBatch(deps.db, session, keyToWork(deps.keyring, session));
  return last?.nonce ?? null;
}

interface LastBatch {
  readonly number: number;
  readonly batch: PageBatch;
  /** What its answer carried, for the next one to bring along. */
  readonly nonce: string;
  /** What an honest page brought with it: the same again is a repeat whose answer got lost. */
  readonly broughtNonce: string | undefined;
}

async function lastBatch(
  db: Kysely<Database>,
  session: SessionRow,
  key: Buffer,
): Promise<LastBatch | null> {
  const row = await db
    .selectFrom('page_signals')
    .select(['number', 'batch_sealed'])
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const context = sealContext.pageSignals(session.id, session.capture, row.number);
  const batch = pageBatchSchema.parse(openJson(key, context, row.batch_sealed));
  return {
    number: row.number,
    batch,
    nonce: nonceAfter(key, session, row.number),
    broughtNonce: batch.nonce === 'absent' ? undefined : nonceAfter(key, session, row.number - 1),
  };
}

function standing(given: string | undefined, expected: string | undefined): PageBatch['nonce'] {
  if (given === undefined) return 'absent';
  return given === expected ? 'fits' : 'does_not_fit';
}

/** Derived, not stored: whoever lacks the session's key cannot make one. */
function nonceAfter(key: Buffer, session: SessionRow, number: number): string {
  const context = `page-nonce/${session.id}/${String(session.capture)}/${String(number)}`;
  return hmacSha256(key, context).toString('base64url');
}

async function keepBatch(
  trx: Transaction<Database>,
  session: SessionRow,
  key: Buffer,
  kept: { readonly number: number; readonly batch: PageBatch; readonly at: Date },
): Promise<void> {
  const { number, batch, at } = kept;
  const { id, capture } = session;
  await trx
    .insertInto('page_signals')
    .values({
      organization_id: session.organization_id,
      environment: session.environment,
      session_id: id,
      capture,
      number,
      batch_sealed: sealJson(key, sealContext.pageSignals(id, capture, number), batch),
      created_at: at,
    })
    .execute();
}
