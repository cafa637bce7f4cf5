import { sql } from 'kysely';
import { z } from 'zod';
import { judgeRecorded } from './judge-recorded';
import { lookUpAgain } from './look-up-again';
import type { SessionRow } from '../../../../shared/database/schema';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import type { WorkflowDefinition } from '../../../../shared/domain/graph/definition';
import { definitionWarnings } from '../definition/definition-warnings';
import { onlyChecks } from '../../../../shared/domain/graph/only-checks';
import type { ApiDeps } from '../../deps';
import { answer } from '../../http/answer';
import type { Caller } from '../../http/caller';
import { json } from '../../http/declared-answer';
import { route, type Route } from '../../http/route';
import { callerSettings } from '../../caller-settings';
import { definitionBody, readDefinition } from '../definition-body';
import { findWorkflow, workflowParams } from '../find-workflow';
import { readVersion } from '../store-version';
import { findNamedSession } from '../named-session';
import { judgedAttempts, lastDecided, unavailability } from './choose-sessions';
import { dryRunObject } from './dry-run-object';
import { dryRunView, type JudgedSession, type UnavailableSession } from './dry-run-view';
import { loadRecorded } from './load-recorded';

const most = 500;
/** Looking up again asks the database of each session on its own. */
const mostRefreshed = 50;
const refreshWithinMs = 60_000;

const dryRunFields = z.object({
  session_id: z.string().optional(),
  last: z.number().int().min(1).max(most).optional(),
  definition: definitionBody.optional(),
  /** Looks the watchlists, lists and other sessions up as they are today. Default: what was recorded. */
  refresh: z.boolean().default(false),
});

/** As the document has it: of one session, or of the last ones. */
const dryRunAsked = z.union([
  dryRunFields.omit({ last: true }).required({ session_id: true }),
  dryRunFields.omit({ session_id: true }).required({ last: true }),
]);

const dryRunBody = dryRunFields
  .refine(({ session_id: id, last }) => (id === undefined) !== (last === undefined), {
    path: ['session_id'],
    message: 'either session_id or last has to be given',
    params: { code: 'one_of' },
  })
  .refine(({ last, refresh }) => !refresh || last === undefined || last <= mostRefreshed, {
    path: ['last'],
    message: `is at most ${String(mostRefreshed)} with refresh`,
    params: { code: 'too_big' },
  });

/**
 * What a definition would decide of sessions that were decided, as of their attempts, and where that
 * differs. Reads only: no row, no webhook, no message to a session's workflow.
 */
export function dryRunWorkflow(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/workflows/:id/dry-run',
    whose: 'named',
    scope: ['workflows:read', 'verifications:read'],
    params: workflowParams,
    body: dryRunBody,
    summary: 'Dry-run a definition on past sessions',
    answers: { 200: json(dryRunObject) },
    bodyAs: dryRunAsked,
    example: { last: 100 },
    handler: async ({ caller, params, body }) => {
      const workflow = await findWorkflow(deps.db, caller, params.id);
      const given = body.definition === undefined ? null : readDefinition(body.definition);
      const definition =
        given ?? (await readVersion(deps.db, workflow.id, workflow.current_version));
      const asked = { id: workflow.id, version: given === null ? workflow.current_version : null };
      const sessions =
        body.session_id === undefined
          ? await lastSessions(deps, caller, body.last ?? most)
          : [await findNamedSession(deps.db, caller, body.session_id)];
      const { judged, unavailable } = await judgeAll(deps, caller, sessions, {
        definition,
        refresh: body.refresh,
      });
      // Of one that the caller named, what cannot be judged is an error.
      const [only] = unavailable;
      if (body.session_id !== undefined && only !== undefined) {
        throw new VerifaError(only.code, { extra: { status: sessions[0]?.status } });
      }
      return answer(200, {
        ...dryRunView(asked, judged, unavailable),
        warnings: definitionWarnings(definition),
      });
    },
  });
}

async function lastSessions(
  deps: ApiDeps,
  caller: Caller,
  count: number,
): Promise<readonly SessionRow[]> {
  const ids = await lastDecided(deps, caller, count);
  const rows = await deps.db
    .selectFrom('sessions')
    .selectAll()
    .where(sql<boolean>`id = ANY(${ids})`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function judgeAll(
  deps: ApiDeps,
  caller: Caller,
  sessions: readonly SessionRow[],
  { definition, refresh }: { readonly definition: WorkflowDefinition; readonly refresh: boolean },
): Promise<{
  readonly judged: readonly JudgedSession[];
  readonly unavailable: readonly UnavailableSession[];
}> {
  const unavailable = new Map(
    sessions.flatMap((session) => {
      const code = unavailability(session);
      return code === null ? [] : [[session.id, code] as const];
    }),
  );
  const readable = sessions.filter(({ id }) => !unavailable.has(id));
  const attempts = await judgedAttempts(deps, readable);
  for (const { id } of readable) {
    if (!attempts.some(({ session }) => session.id === id)) unavailable.set(id, 'invalid_state');
  }
  const settings = await callerSettings(deps, caller);
  const records = await loadRecorded(deps, attempts, settings);
  const signal = AbortSignal.timeout(refreshWithinMs);
  const judged: JudgedSession[] = [];
  for (const attempt of attempts) {
    const { session } = attempt;
    const recorded = records.get(session.id);
    if (recorded === undefined) continue;
    const graph = onlyChecks(definition.graph, session.checks);
    const refreshed = refresh
      ? await lookUpAgain(deps, session, recorded, graph, signal)
      : undefined;
    judged.push({ attempt, run: judgeRecorded(recorded, graph, refreshed) });
  }
  return {
    judged,
    unavailable: [...unavailable].map(([sessionId, code]) => ({ sessionId, code })),
  };
}
