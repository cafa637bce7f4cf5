import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { createWorkflow } from './create';
import { listWorkflows } from './list';
import { listVerificationPolicies } from './policies';
import { listWorkflowVersions, retrieveWorkflow, retrieveWorkflowVersion } from './retrieve';
import { deactivateWorkflow, setDefaultWorkflow } from './standing';
import { triggerWorkflow } from './trigger';
import { updateWorkflow } from './update';
import { validateWorkflow } from './validate';

export function workflowsRoutes(deps: ApiDeps): readonly Route[] {
  return [
    createWorkflow(deps),
    validateWorkflow(),
    listWorkflows(deps),
    retrieveWorkflow(deps),
    updateWorkflow(deps),
    listWorkflowVersions(deps),
    retrieveWorkflowVersion(deps),
    setDefaultWorkflow(deps),
    deactivateWorkflow(deps),
    triggerWorkflow(deps),
    listVerificationPolicies(deps),
  ];
}
