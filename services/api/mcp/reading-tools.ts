import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { listIdentities } from '../identities/list';
import { retrieveIdentity } from '../identities/retrieve';
import { listChecks } from '../results/checks';
import { listWorkflows } from '../workflows/list';
import { retrieveWorkflow } from '../workflows/retrieve';
import { routeTool, type Tool } from './tool';
import { integratorsOwn, page, sessionId } from './tool-input';

export function readingTools(deps: ApiDeps): readonly Tool[] {
  return [
    routeTool({
      name: 'list_identities',
      toolset: 'identities',
      kind: 'read',
      description: 'Identities, newest first: one for each reference that was verified.',
      input: z.object({
        ...page,
        status: z.enum(['unverified', 'approved', 'rejected']).optional(),
        external_ref: z.string().optional().describe('Your own reference, exactly.'),
        tag: z.string().optional(),
        q: z.string().optional().describe('The beginning of a reference.'),
      }),
      route: listIdentities(deps),
      ask: (query) => ({ query }),
      personal: integratorsOwn,
    }),
    routeTool({
      name: 'get_identity',
      toolset: 'identities',
      kind: 'read',
      description: 'One identity, without what documents say; your own words only with pii:export.',
      input: z.object({ identity_id: z.string().describe('The id of an identity, idn_…') }),
      route: retrieveIdentity(deps),
      ask: (given) => ({ params: { id: given.identity_id } }),
      personal: integratorsOwn,
    }),
    routeTool({
      name: 'list_workflows',
      toolset: 'workflows',
      kind: 'read',
      description: 'The workflows that sessions can be judged by.',
      input: z.object(page),
      route: listWorkflows(deps),
      ask: (query) => ({ query }),
    }),
    routeTool({
      name: 'get_workflow',
      toolset: 'workflows',
      kind: 'read',
      description: 'One workflow with its definition.',
      input: z.object({ workflow_id: z.string().describe('The id of a workflow, wfl_…') }),
      route: retrieveWorkflow(deps),
      ask: (given) => ({ params: { id: given.workflow_id } }),
    }),
    routeTool({
      name: 'list_checks',
      toolset: 'checks',
      kind: 'read',
      description: 'The newest attempt of every check of a session, with reasons as codes.',
      input: z.object({ session_id: sessionId }),
      route: listChecks(deps),
      ask: (given) => ({ params: { id: given.session_id } }),
    }),
  ];
}
