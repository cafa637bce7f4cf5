import type { Transaction } from 'kysely';
import { z } from 'zod';
import { hmacSha256, openJson, sealJson } from '../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { sessionStatuses } from '../../../shared/lifecycle/state';
import { canonicalJson } from '../../../shared/records/canonical-json';
import { pageBatchSchema, pageFactsSchema, type PageBatch } from '../../../shared/risk/page-facts';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { captureStep, recordStep } from './capture-step';

const keptSignals = z
  .strictObject({
    accepted: z.literal(true),
    status: z.enum(sessionStatuses),
    /** For the next batch to bring along. */
    nonce: z.string(),
  })
  .meta({ id: 'KeptSignals' });

const batchesPerCapture = 20;

const signalsBody = pageFactsSchema.extend({
  /** The one that the last answer carried; a page that was loaded anew has none. */
  nonce: z.string().max(64).optional(),
});

/** What the page noticed, in batches: kept sealed for the risk assessment, and never trusted alone. */
export function sendSignals(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'signals',
    body: signalsBody,
    standings: ['live'],
    consent: 'given',
    summary: 'Send what the page noticed',
    answers: { 200: json(keptSignals) },
    handler: async (call) => {
      const { nonce, ...facts } = call.body;
      const kept = await recordStep(deps, call, async (trx, session, at) => {
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
      return answer(200, { accepted: true, ...kept });
    },
  });
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
  trx: Transaction<Database>,
  session: SessionRow,
  key: Buffer,
): Promise<LastBatch | null> {
  const row = await trx
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
