import { defineSearchAttributeKey } from '@temporalio/common';

/**
 * What operators filter by in Temporal's UI (`0-architecture.md`, invariant 9). The one list: the local stack,
 * `npm run admin -- prepare-temporal`, the worker's look at its start and the tests all go by it. Temporal's SQL
 * stores have room for ten keywords and three lists of keywords in a namespace: all are taken.
 */
export const searchAttributeKeys = {
  kind: defineSearchAttributeKey('VerifaKind', 'KEYWORD'),
  status: defineSearchAttributeKey('VerifaStatus', 'KEYWORD'),
  environment: defineSearchAttributeKey('VerifaEnvironment', 'KEYWORD'),
  organization: defineSearchAttributeKey('VerifaOrganization', 'KEYWORD'),
  workflow: defineSearchAttributeKey('VerifaWorkflow', 'KEYWORD'),
  gate: defineSearchAttributeKey('VerifaGate', 'KEYWORD'),
  attempt: defineSearchAttributeKey('VerifaAttempt', 'INT'),
  decision: defineSearchAttributeKey('VerifaDecision', 'KEYWORD'),
  reason: defineSearchAttributeKey('VerifaReason', 'KEYWORD_LIST'),
  riskBand: defineSearchAttributeKey('VerifaRiskBand', 'KEYWORD'),
  /** All that this run opened. */
  case: defineSearchAttributeKey('VerifaCase', 'KEYWORD_LIST'),
  /** When the present status ends by itself. */
  deadline: defineSearchAttributeKey('VerifaDeadline', 'DATETIME'),
  /** Of a delivery or an invitation: whose it is. */
  session: defineSearchAttributeKey('VerifaSession', 'KEYWORD'),
  endpoint: defineSearchAttributeKey('VerifaEndpoint', 'KEYWORD'),
  eventType: defineSearchAttributeKey('VerifaEventType', 'KEYWORD_LIST'),
} as const;

/** The values of `VerifaKind`: one a type of workflow. */
export type WorkflowKind =
  'session' | 'delivery' | 'invitation' | 'sweep' | 'retention' | 'watchlists';

/** By the names that Temporal's CLI has for types. */
const typeNames = {
  KEYWORD: 'Keyword',
  KEYWORD_LIST: 'KeywordList',
  INT: 'Int',
  DATETIME: 'Datetime',
} as const;

export const searchAttributes = Object.values(searchAttributeKeys).map(({ name, type }) => ({
  name,
  type,
  typeName: typeNames[type],
}));

/** For `temporal server start-dev`. */
export function devServerFlags(): readonly string[] {
  return searchAttributes.flatMap(({ name, typeName }) => [
    '--search-attribute',
    `${name}=${typeName}`,
  ]);
}
