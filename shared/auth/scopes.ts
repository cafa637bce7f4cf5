export const scopes = [
  'sessions:read',
  'sessions:create',
  'sessions:write',
  'documents:read',
  'documents:write',
  'verifications:read',
  'workflows:read',
  'workflows:write',
  'cases:read',
  'cases:decide',
  'identities:read',
  'identities:write',
  'webhooks:read',
  'webhooks:write',
  'redact:write',
  'pii:export',
  'audit:read',
  'keys:write',
  'organization:write',
] as const;
export type Scope = (typeof scopes)[number];

/** What a key has when nobody says otherwise (`2-api-conventions.md`). */
export const defaultScopes: readonly Scope[] = [
  'sessions:read',
  'sessions:create',
  'sessions:write',
  'verifications:read',
  'identities:read',
];
