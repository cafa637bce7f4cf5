import type { Kysely } from 'kysely';
import { readKnownFields } from '../../shared/applicant/known-fields';
import { keyToWork } from '../../shared/crypto/session-key';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { choose, factsOf, type KnownOfSession } from '../../shared/domain/graph/facts';
import { onlyChecks } from '../../shared/domain/graph/only-checks';
import { readAttempt, type AttemptRecord } from '../../shared/attempt/read-attempt';
import { loadExtracted } from '../../shared/attempt/readings';
import { riskLevelOf } from '../../shared/domain/risk/risk-level';
import { calendarDay } from '../../shared/domain/dates/calendar-day';
import type { AttemptRef } from './contract';

interface ChooseDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/** Judges a conditional node here, where what it asks may be read; only the way taken is answered. */
export async function chooseRoute(
  deps: ChooseDeps,
  { node: id, ...ref }: AttemptRef & { readonly node: string },
): Promise<{ readonly to: string }> {
  const record = await readAttempt(deps.db, ref);
  if (record === null) throw new VerifaError('attempt_stale');
  const { nodes } = onlyChecks(record.definition.graph, record.session.checks);
  const node = nodes.find((candidate) => candidate.id === id);
  if (node?.kind !== 'conditional') throw new VerifaError('invalid_definition');
  return { to: choose(node, factsOf(await knownOf(deps, ref, record))) };
}

export async function loadKnown(deps: ChooseDeps, ref: AttemptRef): Promise<KnownOfSession> {
  const record = await readAttempt(deps.db, ref);
  if (record === null) throw new VerifaError('attempt_stale');
  return knownOf(deps, ref, record);
}

async function knownOf(
  { db, keyring }: ChooseDeps,
  ref: AttemptRef,
  { session, standing, startedAt, settings }: AttemptRecord,
): Promise<KnownOfSession> {
  const risk = standing.find(({ check }) => check === 'risk_assessment');
  const score = risk?.score == null ? null : Math.round(risk.score * 100);
  return {
    outcomes: standing,
    extracted: await loadExtracted(db, keyToWork(keyring, session), ref),
    fields: readKnownFields(keyring, session),
    risk: score === null ? null : { level: riskLevelOf(score), score },
    country: session.document_country ?? session.country,
    documentType: session.document_type,
    today: calendarDay(startedAt, settings.time_zone ?? 'UTC'),
  };
}
