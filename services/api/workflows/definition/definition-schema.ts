import { z } from 'zod';
import { checkNames } from '../../../../shared/domain/checks/outcome';
import { operators } from '../../../../shared/domain/graph/condition';
import { isCountryCode } from '../../../../shared/domain/countries/states';
import { handoffRules } from '../../../../shared/domain/organization/handoff-rule';
import { filesRules } from '../../../../shared/domain/graph/definition';
import { documentTypes } from '../../../../shared/domain/documents/document-types';
import { isUserInfoField } from '../../../../shared/domain/graph/user-info-fields';

const nodeId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is letters, digits, - and _, at most 64');

const startNode = z.strictObject({
  id: nodeId,
  type: z.literal('start'),
  next: nodeId,
});

const policyNode = z.strictObject({
  id: nodeId,
  type: z.literal('policy'),
  check: z.string(),
  config: z.record(z.string(), z.unknown()).default({}),
  /** False: run it only when the way leads here. Default true: with all others, at submit. */
  eager: z.boolean().default(true),
  /** True: a session's `checks` may leave it out and come past it. Else its `skipped` route is taken. */
  optional: z.boolean().default(false),
  routes: z.strictObject({
    passed: nodeId.optional(),
    failed: nodeId.optional(),
    /** Default: needs_review. */
    skipped: nodeId.optional(),
    /** Default: the session fails. */
    error: nodeId.optional(),
  }),
});

const conditionalNode = z.strictObject({
  id: nodeId,
  type: z.literal('conditional'),
  /** The first that holds is taken. */
  conditions: z
    .array(
      z.strictObject({
        field: z.string(),
        operator: z.enum(operators),
        value: z
          .union([
            z.string(),
            z.number(),
            z.boolean(),
            z.array(z.union([z.string(), z.number()])).max(500),
          ])
          .optional(),
        to: nodeId,
      }),
    )
    .min(1),
  default: nodeId.optional(),
});

const waitNode = z.strictObject({
  id: nodeId,
  type: z.literal('wait'),
  next: nodeId.optional(),
  on_fail: nodeId.optional(),
  /** Default: the route of `on_fail`. */
  on_timeout: nodeId.optional(),
  /** Default 604,800: 7 days. */
  timeout: z.number().int().min(1).max(7_776_000).optional(),
});

const terminalNode = z.strictObject({
  id: nodeId,
  type: z.literal('terminal'),
  decision: z.enum(['approved', 'rejected', 'needs_review']),
});

/** Missing routes and unknown checks are let through here: the validation names them by their node. */
export const nodeSchema = z.discriminatedUnion('type', [
  startNode,
  policyNode,
  conditionalNode,
  waitNode,
  terminalNode,
]);
export type WrittenNode = z.output<typeof nodeSchema>;

/** In capitals, as every answer has it. */
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 country code in capitals')
  .refine(isCountryCode, 'is not an ISO 3166-1 alpha-2 country code');

export const dataRequirementsSchema = z.strictObject({
  document_types: z.array(z.enum(documentTypes)).default([...documentTypes]),
  /** By issuing country, alpha-2; `document_types` are for all others. */
  document_types_by_country: z.record(country, z.array(z.enum(documentTypes))).optional(),
  selfie: z.boolean().default(true),
  liveness: z.boolean().default(false),
  user_info: z
    .array(
      z.strictObject({
        field: z
          .string()
          .regex(/^[a-z_]{1,64}$/)
          .refine(isUserInfoField, {
            message: 'is not a field that can be asked for; one of your own begins with custom_',
            params: { code: 'unknown_field' },
          }),
        /** `collect`: asked for, may stay empty. */
        mode: z.enum(['collect', 'required']).default('collect'),
      }),
    )
    .max(30)
    .default([]),
  proof_of_address: z.boolean().default(false),
});

const listStep = z.strictObject({
  policy: z.enum(checkNames),
  on_fail: z.enum(['reject', 'needs_review', 'continue']).default('reject'),
  config: z.record(z.string(), z.unknown()).default({}),
  /** As of a policy node. */
  optional: z.boolean().default(false),
});

export const captureRulesSchema = z.strictObject({
  /** Of going on with another device. Default: the organisation's setting. */
  handoff: z.enum(handoffRules).optional(),
  /** `camera_only`: the page offers no file to choose. A hint to the page; the API takes pictures all the same. */
  files: z.enum(filesRules).optional(),
});

const common = {
  data_requirements: dataRequirementsSchema.prefault({}),
  /** Two people decide each case of this workflow. Default: the organisation's setting. */
  dual_review: z.boolean().optional(),
  capture: captureRulesSchema.optional(),
};

/** What authors write: a graph, or the older list of steps. */
export const writtenDefinitionSchema = z.union([
  z.strictObject({ nodes: z.array(nodeSchema).min(1).max(200), ...common }),
  z.strictObject({ steps: z.array(listStep).min(1).max(50), ...common }),
]);
export type WrittenDefinition = z.output<typeof writtenDefinitionSchema>;
export type WrittenGraph = Extract<WrittenDefinition, { nodes: unknown }>;
export type ListStep = z.output<typeof listStep>;
