import { defineSearchAttributeKey } from '@temporalio/common';

/** The typed keys of `searchAttributes` in names.ts. */
export const searchAttributeKeys = {
  status: defineSearchAttributeKey('VerifaStatus', 'KEYWORD'),
  environment: defineSearchAttributeKey('VerifaEnvironment', 'KEYWORD'),
  organization: defineSearchAttributeKey('VerifaOrganization', 'KEYWORD'),
  workflow: defineSearchAttributeKey('VerifaWorkflow', 'KEYWORD'),
  gate: defineSearchAttributeKey('VerifaGate', 'KEYWORD'),
  attempt: defineSearchAttributeKey('VerifaAttempt', 'INT'),
} as const;
