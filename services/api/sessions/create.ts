import { z } from 'zod';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { requireAccepted } from '../documents/declared-document';
import { answer, type JsonAnswer } from '../http/answer';
import { instant } from '../http/answer-values';
import type { Call } from '../http/call';
import { created } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { callerSettings } from '../caller-settings';
import { chooseChecks, chooseWorkflow } from './choose-workflow';
import { exampleSession } from './example-session';
import { composeSession, type NewSession } from './compose-session';
import { createAliases } from './create-aliases';
import { createBody, type CreateFields, createFieldsAsNamed } from './create-body';
import { insertSession } from './insert-session';
import { beginInvitation } from './invitations';
import { presentLink, renewedLink, type PresentLink } from './present-link';
import { qrCode } from './qr-code';
import { readSession } from './read-sessions';
import { sessionObject, sessionView, type SessionObject } from './session-view';

const createdSession = z
  .strictObject({
    ...sessionObject.shape,
    /** Null in a repeat under an Idempotency-Key when the session has no live link any more. */
    capture_url: z.string().nullable(),
    expires_at: instant.nullable(),
    qr_code_data_url: z.string().nullable(),
  })
  .meta({ id: 'CreatedSession' });

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
      // First of all: what it was made of, its workflow say, need not be there any more.
      const before = call.mayBeRepeat ? await sessionMade(deps, call) : undefined;
      if (before === undefined) return make(deps, call);
      await begin(deps, before, call.requestId);
      // Whoever creates gets the link, whatever else its key may do.
      const caller = { ...call.caller, scopes: [...call.caller.scopes, 'sessions:write' as const] };
      const session = await readSession(deps, caller, before);
      return createdAnswer(session, await presentLink(deps, caller, before));
    },
    renew: ({ caller }, stored) => renewedLink(deps, caller, stored),
  });
}

type Created = JsonAnswer<201, z.output<typeof createdSession>>;
type CreateCall = Call<unknown, unknown, CreateFields>;

/** Writes the session together with the answer that tells of it; its workflow comes after. */
async function make(deps: ApiDeps, call: CreateCall): Promise<Created> {
  const made = composeSession(deps, await newSession(deps, call));
  const { row, link } = made;
  const session = sessionView(row, { link, tokenExpiresAt: link.expiresAt, case: null });
  const given = createdAnswer(session, {
    capture_url: link.url,
    expires_at: link.expiresAt,
    qr_code_data_url: qrCode(link.url),
  });
  await insertSession(deps.db, made, call, call.keep(given));
  await begin(deps, row, call.requestId);
  return given;
}

function createdAnswer(session: SessionObject, link: PresentLink): Created {
  return answer(201, { ...session, ...link }, { Location: `/api/v1/sessions/${session.id}` });
}

async function newSession(
  deps: ApiDeps,
  { caller, body, assignedId }: CreateCall,
): Promise<NewSession> {
  const id = assignedId('session');
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
  return {
    id,
    caller,
    fields: body,
    workflow,
    checks: chooseChecks(workflow.definition, body.checks),
    organizationTokenMinutes: settings.token_minutes,
  };
}

/** A holder of the Idempotency-Key that died behind its commit left the session under this id. */
async function sessionMade(
  { db }: Pick<ApiDeps, 'db'>,
  { caller, assignedId }: CreateCall,
): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', assignedId('session'))
    .executeTakeFirst();
  if (row !== undefined && row.organization_id !== caller.organizationId) {
    throw new VerifaError('internal_error');
  }
  return row;
}

async function begin(deps: ApiDeps, row: SessionRow, requestId: string): Promise<void> {
  const start = () => deps.sessions.begin(row);
  await deps.starts.begin({ sessionId: row.id, requestId, what: 'workflow start', start });
  if (row.send_email) await beginInvitation(deps, { sessionId: row.id, number: 1 }, requestId);
}
