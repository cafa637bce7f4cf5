import { z } from 'zod';
import {
  captureRulesSchema,
  dataRequirementsSchema,
  nodeSchema,
} from './definition/definition-schema';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import { definitionWarnings } from './definition/definition-warnings';
import { idOf, instant } from '../http/answer-values';
import { definitionView } from './definition-view';
import type { WorkflowRow } from './find-workflow';

export const workflowSummaryObject = z
  .strictObject({
    id: idOf('workflow'),
    name: z.string(),
    is_default: z.boolean(),
    active: z.boolean(),
    version: z.number().int(),
    rollout_percentage: z.number().int(),
    /** The version of the sessions that the rollout leaves out. */
    stable_version: z.number().int(),
    created_at: instant,
  })
  .meta({ id: 'WorkflowSummary' });

/** As an author would write it: sent back, it is the same definition. */
export const definitionObject = z
  .strictObject({
    nodes: z.array(nodeSchema),
    data_requirements: dataRequirementsSchema.optional(),
    dual_review: z.boolean().optional(),
    capture: captureRulesSchema.optional(),
  })
  .meta({ id: 'WorkflowDefinition' });

export const workflowObject = z
  .strictObject({ ...workflowSummaryObject.shape, definition: definitionObject })
  .meta({ id: 'Workflow' });

export const warningObject = z
  .strictObject({
    node: z.string().nullable(),
    code: z.enum(['input_not_asked', 'approved_without_check']),
    message: z.string(),
  })
  .meta({ id: 'DefinitionWarning' });

/** To whoever wrote it: with what is allowed, and rarely meant. */
export const writtenWorkflowObject = z
  .strictObject({ ...workflowObject.shape, warnings: z.array(warningObject).readonly() })
  .meta({ id: 'WrittenWorkflow' });

export function workflowSummary(row: WorkflowRow): z.output<typeof workflowSummaryObject> {
  return {
    id: row.id,
    name: row.name,
    is_default: row.is_default,
    active: row.active,
    version: row.current_version,
    rollout_percentage: row.rollout_percentage,
    stable_version: row.stable_version,
    created_at: row.created_at,
  };
}

export function workflowView(
  row: WorkflowRow,
  definition: WorkflowDefinition,
): z.output<typeof workflowObject> {
  return { ...workflowSummary(row), definition: definitionView(definition) };
}

export function writtenWorkflowView(
  row: WorkflowRow,
  definition: WorkflowDefinition,
): z.output<typeof writtenWorkflowObject> {
  return { ...workflowView(row, definition), warnings: definitionWarnings(definition) };
}
