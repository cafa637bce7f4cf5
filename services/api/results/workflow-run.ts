import type { Selectable } from 'kysely';
import { loadKnown } from '../../../activities/session/choose-route';
import type { AttemptRef, LoadedAttempt } from '../../../activities/session/contract';
import { loadAttempt } from '../../../activities/session/load-session';
import { mayRead } from '../../../shared/crypto/session-key';
import type { CheckRunsTable, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { choose, factsOf } from '../../../shared/domain/graph/facts';
import { walkedNodes, type WalkedNode } from './walked-nodes';
import { walkWay } from '../../../shared/domain/graph/walk';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { workflowRunObject, type NodeView } from './workflow-run-object';

/** The latest attempt, node by node, and where it stands. 404 until something was submitted. */
export function sessionWorkflowRun(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/workflow-run',
    scope: 'verifications:read',
    params: sessionParams,
    summary: 'Get the latest attempt, node by node',
    answers: { 200: json(workflowRunObject) },
    handler: async ({ caller, params }) => {
      const session = await findSession(deps.db, caller, params.id);
      const attempt = await deps.db
        .selectFrom('attempts')
        .selectAll()
        .where('session_id', '=', session.id)
        .orderBy('attempt', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (attempt === undefined) {
        throw new VerifaError('not_found', { detail: 'Nothing was submitted yet.' });
      }
      const ref = { sessionId: session.id, attempt: attempt.attempt };
      const loaded = await loadAttempt(deps.db, ref);
      const runs = await deps.db
        .selectFrom('check_runs')
        .selectAll()
        .where('session_id', '=', session.id)
        .where('attempt', '=', attempt.attempt)
        .execute();
      const walked = await walkedWay(deps, session, ref, loaded);
      return answer(200, {
        session_id: session.id,
        attempt: attempt.attempt,
        status: attempt.status,
        workflow_id: attempt.workflow_id,
        workflow_version: attempt.workflow_version,
        started_at: attempt.started_at,
        finished_at: attempt.finished_at,
        /** Where the walk stands, or ended. */
        current_node: walked.way.at(-1) ?? null,
        nodes: walkedNodes(loaded.graph, walked).map((one) => nodeView(one, loaded, runs)),
      });
    },
  });
}

/**
 * The way as the workflow walks it. Conditions are asked again of what is stored; once personal data may
 * not be read any more, the walk is shown as far as the first of them.
 */
async function walkedWay(
  deps: Pick<ApiDeps, 'db' | 'keyring'>,
  session: SessionRow,
  ref: AttemptRef,
  { graph, outcomes, gates }: LoadedAttempt,
): Promise<ReturnType<typeof walkWay>> {
  const choices = new Map<string, string>();
  const answers = {
    checks: new Map(outcomes.map((outcome) => [outcome.check, outcome])),
    gates: new Map(Object.entries(gates)),
    choices,
  };
  const isReadable = mayRead(session, 'extracted_data');
  for (;;) {
    const walked = walkWay(graph, answers);
    if (walked.standing.kind !== 'needs_choice' || !isReadable) return walked;
    const { node } = walked.standing;
    choices.set(node.id, choose(node, factsOf(await loadKnown(deps, ref))));
  }
}

const pending = { status: 'pending', reasons: [] } as const;
/** The session's `checks` leave it out, and its workflow does not call it optional. */
const leftOut = { status: 'skipped', reasons: ['check_left_out'] } as const;

function nodeView(
  { node, place }: WalkedNode,
  { outcomes, gates }: LoadedAttempt,
  runs: readonly Selectable<CheckRunsTable>[],
): NodeView {
  const common = { id: node.id, place };
  switch (node.kind) {
    case 'policy': {
      const outcome = outcomes.find(({ check }) => check === node.check);
      const run = runs.find(({ check }) => check === node.check);
      const without = node.leftOut === true ? leftOut : pending;
      return {
        ...common,
        type: node.kind,
        check: node.check,
        status: outcome?.status ?? without.status,
        score: outcome?.score ?? null,
        reasons: outcome?.reasons ?? without.reasons,
        started_at: run?.started_at ?? null,
        duration_ms: run?.duration_ms ?? null,
      };
    }
    case 'wait':
      return { ...common, type: node.kind, answer: gates[node.id] ?? null };
    case 'terminal':
      return { ...common, type: node.kind, decision: node.decision };
    case 'conditional':
      return { ...common, type: node.kind };
  }
}
