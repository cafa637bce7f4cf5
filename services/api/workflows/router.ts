import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { createWorkflow } from './create';
import { dryRunWorkflow } from './dry-run/dry-run';
import { listWorkflows } from './list';
import { listVerificationPolicies } from './policies';
import { listWorkflowVersions, retrieveWorkflow } from './retrieve';
import { deactivateWorkflow, setDefaultWorkflow } from './standing';
import { triggerWorkflow } from './trigger';
import { updateWorkflow } from './update';

export function createWorkflowsRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [
    createWorkflow(deps),
    listWorkflows(deps),
    retrieveWorkflow(deps),
    updateWorkflow(deps),
    listWorkflowVersions(deps),
    setDefaultWorkflow(deps),
    deactivateWorkflow(deps),
    triggerWorkflow(deps),
    dryRunWorkflow(deps),
    listVerificationPolicies(deps),
  ]);
}
