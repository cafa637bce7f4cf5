import type { WorkflowStartOptions } from '@temporalio/client';
import {
  TypedSearchAttributes,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
} from '@temporalio/common';
import type { SessionRow } from '../database/schema';
import type { CaseId } from '../domain/ids';
import { isReadableState } from '../domain/lifecycle/state-schema';
import { sessionsQueue } from './names';
import { consoleLink, runbookLink, type OperatorPages } from './operator-pages';
import { searchAttributeKeys as keys } from './search-attributes';
import type { SessionWorkflow } from './session-definitions';
import type { SessionWorkflowInput } from './session-messages';

/** What of a session's row its workflow is started with. */
export const whatIsStarted = [
  'id',
  'organization_id',
  'environment',
  'workflow_id',
  'workflow_version',
  'status',
  'state',
  'attempt',
  'deadline_at',
  'result',
] as const;
export type Starting = Pick<SessionRow, (typeof whatIsStarted)[number]>;

export type StartOptions = WorkflowStartOptions<SessionWorkflow> & {
  args: [SessionWorkflowInput];
  workflowIdConflictPolicy: WorkflowIdConflictPolicy;
};

/** @param messageKey the service's own: whose messages count */
export function startOptions(
  row: Starting,
  messageKey: string,
  pages: OperatorPages,
): StartOptions {
  return {
    taskQueue: sessionsQueue,
    workflowId: row.id,
    args: [{ ...inputOf(row), messageKey }],
    typedSearchAttributes: searchAttributesOf(row),
    staticSummary: `${row.environment} session`,
    staticDetails: detailsOf(row, pages),
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  };
}

export function inputOf(
  row: Pick<Starting, 'id' | 'organization_id' | 'environment' | 'workflow_id'>,
): SessionWorkflowInput {
  return {
    sessionId: row.id,
    organizationId: row.organization_id,
    environment: row.environment,
    workflowId: row.workflow_id,
  };
}

function searchAttributesOf(row: Starting): TypedSearchAttributes {
  // A case that was left undecided has left its `needs_review` in the row.
  const isDecided = row.result !== 'needs_review' || row.status === 'under_review';
  const openCase = openCaseOf(row);
  return new TypedSearchAttributes([
    { key: keys.kind, value: 'session' },
    { key: keys.status, value: row.status },
    { key: keys.attempt, value: row.attempt },
    { key: keys.environment, value: row.environment },
    { key: keys.organization, value: row.organization_id },
    { key: keys.workflow, value: row.workflow_id },
    ...(row.deadline_at === null ? [] : [{ key: keys.deadline, value: row.deadline_at }]),
    ...(openCase === null ? [] : [{ key: keys.case, value: [openCase] }]),
    ...(row.result !== null && isDecided ? [{ key: keys.decision, value: row.result }] : []),
  ]);
}

/** Rows that cannot be read are started too: their runs say what is wrong. */
function openCaseOf({ status, state }: Starting): CaseId | null {
  return status === 'under_review' && isReadableState(state) ? state.openCase : null;
}

/** Markdown, fixed at the start: where the rest is to be read. Ids only. */
function detailsOf(row: Starting, pages: OperatorPages): string {
  const { id, environment, workflow_id: workflow } = row;
  return [
    `A **${environment}** session of \`${row.organization_id}\`.`,
    '',
    `- ${consoleLink(pages, 'In the console', `/sessions/${id}`)}`,
    `- In the API: \`GET /api/v1/sessions/${id}\`, \`…/events\`, \`…/result\``,
    `- ${consoleLink(pages, 'Its verification workflow', `/workflows/${workflow}`)} (\`${workflow}\`, version ${String(row.workflow_version)} at the start)`,
    `- Its webhooks in trouble: \`VerifaSession = "${id}"\``,
    `- ${runbookLink(pages, 'TEMPORAL.md')}`,
  ].join('\n');
}
