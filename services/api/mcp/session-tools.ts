import { z } from 'zod';
import { documentTypes } from '../../../shared/domain/documents/document-types';
import type { ApiDeps } from '../deps';
import { createSession } from '../sessions/create';
import { listEvents } from '../timeline/list';
import { listSessions } from '../sessions/list';
import { reprocessSession } from '../sessions/reprocess';
import { retrieveSession } from '../sessions/retrieve';
import { simulateOutcome } from '../sandbox/simulate';
import { failingFields } from '../sandbox/simulated-outcome';
import { routeTool, type Tool } from './tool';
import { integratorsOwn, page, reason, sessionId } from './tool-input';

/** Where a person was when they consented, and whatever of them the integrator wrote there. */
const personal = ['consent_ip', ...integratorsOwn, 'redirect_url'];

export function sessionTools(deps: ApiDeps): readonly Tool[] {
  const byId = z.object({ session_id: sessionId });
  return [
    routeTool({
      name: 'create_session',
      toolset: 'sessions',
      kind: 'write',
      description: 'Creates a verification session; answers with the link for the person.',
      input: z.object({
        external_ref: z.string().optional().describe('Your own reference of the person.'),
        workflow_id: z.string().optional().describe('Default: the default workflow.'),
        country: z.string().optional().describe('ISO 3166-1 alpha-2.'),
        document_type: z.enum(documentTypes).optional().describe('Default: the person says it.'),
        document_country: z.string().optional().describe('ISO 3166-1 alpha-2 of the issuer.'),
        tags: z.array(z.string()).optional(),
        metadata: z.record(z.string(), z.unknown()).optional(),
        redirect_url: z.string().optional(),
        expires_in_minutes: z.number().int().optional(),
      }),
      route: createSession(deps),
      ask: (body) => ({ body }),
      personal,
    }),
    routeTool({
      name: 'get_session',
      toolset: 'sessions',
      kind: 'read',
      description:
        'One session: its status, case, identity and times; your own words only with pii:export.',
      input: byId,
      route: retrieveSession(deps),
      ask: (given) => ({ params: { id: given.session_id } }),
      personal,
    }),
    routeTool({
      name: 'list_sessions',
      toolset: 'sessions',
      kind: 'read',
      description: 'Sessions, newest first.',
      input: z.object({
        ...page,
        status: z.array(z.string()).optional(),
        external_ref: z.string().optional(),
        workflow_id: z.string().optional(),
        tag: z.string().optional(),
        result: z.enum(['approved', 'rejected', 'needs_review']).optional(),
      }),
      route: listSessions(deps),
      ask: (query) => ({ query }),
      personal,
    }),
    routeTool({
      name: 'list_session_events',
      toolset: 'sessions',
      kind: 'read',
      description: "A session's timeline, oldest first: what happened and who did it.",
      input: byId,
      route: listEvents(deps),
      ask: (given) => ({ params: { id: given.session_id } }),
    }),
    routeTool({
      name: 'simulate_session',
      toolset: 'sessions',
      kind: 'write',
      description: 'Gives a sandbox session an outcome. Sandbox keys only.',
      input: z.object({
        session_id: sessionId,
        action: z.enum(['approve', 'decline', 'require-review', 'expire']),
        ...failingFields,
      }),
      route: simulateOutcome(deps),
      ask: ({ session_id: id, ...body }) => ({ params: { id }, body }),
    }),
    routeTool({
      name: 'reprocess_session',
      toolset: 'sessions',
      kind: 'destructive',
      description: 'Judges a finished session anew; its present result is replaced.',
      input: z.object({ session_id: sessionId, reason }),
      route: reprocessSession(deps),
      ask: (given) => ({ params: { id: given.session_id } }),
    }),
  ];
}
