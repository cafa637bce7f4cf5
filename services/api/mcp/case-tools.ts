import { z } from 'zod';
import { approveCaseRoute, rejectCaseRoute } from '../cases/decision-routes';
import { getCaseRoute, listCasesRoute } from '../cases/read-routes';
import type { ApiDeps } from '../deps';
import { routeTool, type Tool } from './tool';
import { caseId, page, reason } from './tool-input';

/** Reviewers' own words, and the values that they corrected. */
const personal = ['reason', 'notes', 'changes'];
const reviewer = z.string().optional().describe('The user who decides; needed under dual review.');

export function caseTools(deps: ApiDeps): readonly Tool[] {
  return [
    routeTool({
      name: 'list_cases',
      toolset: 'cases',
      kind: 'read',
      description: 'Cases that wait for a reviewer or had one, oldest first.',
      input: z.object({ ...page, status: z.string().optional() }),
      route: listCasesRoute(deps),
      ask: (query) => ({ query }),
      personal,
    }),
    routeTool({
      name: 'get_case',
      toolset: 'cases',
      kind: 'read',
      description: "One case. Reviewers' words only for a key with pii:export.",
      input: z.object({ case_id: caseId }),
      route: getCaseRoute(deps),
      ask: (given) => ({ params: { id: given.case_id } }),
      personal,
    }),
    routeTool({
      name: 'approve_case',
      toolset: 'cases',
      kind: 'destructive',
      description: 'Approves the person of a case: its session completes.',
      input: z.object({ case_id: caseId, reviewer_id: reviewer, reason }),
      route: approveCaseRoute(deps),
      ask: ({ case_id: id, reviewer_id }) => ({ params: { id }, body: { reviewer_id } }),
      personal,
    }),
    routeTool({
      name: 'reject_case',
      toolset: 'cases',
      kind: 'destructive',
      description: 'Rejects the person of a case; the reason stands in the result.',
      input: z.object({ case_id: caseId, reviewer_id: reviewer, reason }),
      route: rejectCaseRoute(deps),
      ask: ({ case_id: id, reviewer_id, reason: code }) => ({
        params: { id },
        body: { reviewer_id, reason_code: code },
      }),
      personal,
    }),
  ];
}
