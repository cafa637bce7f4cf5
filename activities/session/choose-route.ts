import type { Kysely } from 'kysely';
import { readKnownFields } from '../../shared/applicant/known-fields';
import { keyToWork } from '../../shared/crypto/session-key';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { choose, factsOf, type KnownOfSession } from '../../shared/domain/graph/facts';
import { readSettings } from '../../shared/organization/read-settings';
import { loadExtracted } from '../../shared/attempt/readings';
import { riskLevelOf } from '../../shared/domain/risk/risk-level';
import { calendarDay } from '../../shared/domain/dates/calendar-day';
import type { AttemptRef } from './contract';
import { loadAttempt, loadStanding } from './load-session';

interface ChooseDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/** Judges a conditional node here, where what it asks may be read; only the way taken is answered. */
export async function chooseRoute(
  deps: ChooseDeps,
  { node: id, ...ref }: AttemptRef & { readonly node: string },
): Promise<{ readonly to: string }> {
  const { graph } = await loadAttempt(deps.db, ref);
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (node?.kind !== 'conditional') throw new VerifaError('invalid_definition');
  return { to: choose(node, factsOf(await loadKnown(deps, ref))) };
}

export async function loadKnown(
  { db, keyring }: ChooseDeps,
  ref: AttemptRef,
): Promise<KnownOfSession> {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', ref.sessionId)
    .executeTakeFirstOrThrow();
  const key = keyToWork(keyring, session);
  const [outcomes, extracted, attempt, settings] = await Promise.all([
    loadStanding(db, ref),
    loadExtracted(db, key, ref),
    db
      .selectFrom('attempts')
      .select('started_at')
      .where('session_id', '=', ref.sessionId)
      .where('attempt', '=', ref.attempt)
      .executeTakeFirstOrThrow(),
    readSettings(db, session),
  ]);
  const risk = outcomes.find(({ check }) => check === 'risk_assessment');
  const score = risk?.score == null ? null : Math.round(risk.score * 100);
  return {
    outcomes,
    extracted,
    fields: readKnownFields(keyring, session),
    risk: score === null ? null : { level: riskLevelOf(score), score },
    country: session.document_country ?? session.country,
    documentType: session.document_type,
    today: calendarDay(attempt.started_at, settings.time_zone ?? 'UTC'),
  };
}
