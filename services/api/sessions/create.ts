import { z } from 'zod';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { requireAccepted } from '../documents/declared-document';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import type { Call, Caller } from '../http/call';
import { created } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { callerSettings } from '../caller-settings';
import { chooseChecks, chooseWorkflow } from './choose-workflow';
import { exampleSession } from './example-session';
import { createAliases } from './create-aliases';
import { createBody, type CreateFields, createFieldsAsNamed } from './create-body';
import { insertSession } from './insert-session';
import { beginInvitation } from './invitations';
import { presentLink, renewedLink } from './present-link';
import { readSession } from './read-sessions';
import { sessionObject } from './session-view';

const createdSession = z
  .strictObject({
    ...sessionObject.shape,
    /** Null in a repeat under an Idempotency-Key when the session has no live link any more. */
    capture_url: z.string().nullable(),
    expires_at: instant.nullable(),
    qr_code_data_url: z.string().nullable(),
  })
  .meta({ id: 'CreatedSession' });

/** A start takes some 7 ms; the answer does not wait for a Temporal that is down (the sweep will). */
const startBoundMs = 2_000;

export function createSession(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/sessions',
    whose: 'named',
    scope: 'sessions:create',
    counts: 'sessionCreates',
    body: createBody,
    aliases: createAliases,
    nullIsAbsent: true,
    summary: 'Create a session',
    answers: {
      201: created(createdSession, {
        ...exampleSession,
        capture_url: exampleSession.capture_url ?? null,
        expires_at: exampleSession.token_expires_at,
        qr_code_data_url: 'data:image/png;base64,iVBORw0KGgo=',
      }),
    },
    bodyAs: createFieldsAsNamed,
    example: { external_ref: 'customer-1', country: 'NL', metadata: { plan: 'gold' } },
    handler: async (call) => {
      const row = await createOnce(deps, call);
      await startWorkflow(deps, row, call.requestId);
      if (row.send_email) await beginInvitation(deps, { sessionId: row.id, number: 1 });
      // Whoever creates gets the link, whatever else its key may do.
      const scopes = [...call.caller.scopes, 'sessions:write' as const];
      const session = await readSession(deps, { ...call.caller, scopes }, row);
      const link = await presentLink(deps, { ...call.caller, scopes }, row);
      return answer(201, { ...session, ...link }, { Location: `/api/v1/sessions/${row.id}` });
    },
    renew: ({ caller }, stored) => renewedLink(deps, caller, stored),
  });
}

/** A holder of the Idempotency-Key that died behind its commit left the session under this id. */
async function createOnce(
  deps: ApiDeps,
  call: Call<unknown, unknown, CreateFields>,
): Promise<SessionRow> {
  const { caller, actor, body, isKeyed, assignedId } = call;
  const id = assignedId('session');
  // First of all: what it was made of, its workflow say, need not be there any more.
  const before = isKeyed ? await sessionMade(deps, caller, id) : undefined;
  if (before !== undefined) return before;
  const [workflow, settings] = await Promise.all([
    chooseWorkflow(deps, caller, id, body.workflow_id),
    callerSettings(deps, caller),
  ]);
  requireAccepted(
    workflow.definition.requirements,
    {
      type: body.document_type ?? null,
      country: body.document_country ?? body.country ?? null,
    },
    'document_type',
  );
  return insertSession(deps, {
    id,
    caller,
    actor,
    call,
    fields: body,
    workflow,
    checks: chooseChecks(workflow.definition, body.checks),
    organizationTokenMinutes: settings.token_minutes,
  });
}

async function sessionMade(
  { db }: Pick<ApiDeps, 'db'>,
  caller: Caller,
  id: SessionRow['id'],
): Promise<SessionRow | undefined> {
  const row = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  if (row !== undefined && row.organization_id !== caller.organizationId) {
    throw new VerifaError('internal_error');
  }
  return row;
}

async function startWorkflow(deps: ApiDeps, row: SessionRow, requestId: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), startBoundMs);
  });
  const started = deps.sessions.begin(row).then(
    () => 'started' as const,
    () => 'failed' as const,
  );
  const outcome = await Promise.race([started, bound]);
  clearTimeout(timer);
  if (outcome !== 'started') {
    deps.log.warn({ request_id: requestId, session_id: row.id, outcome }, 'workflow start is owed');
  }
}
