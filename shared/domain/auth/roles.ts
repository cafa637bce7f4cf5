import { scopes, type Scope } from './scopes';

export const userRoles = ['reviewer', 'senior', 'admin', 'auditor'] as const;
export type UserRole = (typeof userRoles)[number];

const reads = [
  'sessions:read',
  'verifications:read',
  'workflows:read',
  'cases:read',
  'identities:read',
] as const satisfies readonly Scope[];
const reviews = [...reads, 'documents:read', 'cases:decide'] as const satisfies readonly Scope[];

/**
 * What a signed-in user may do (`10-screens.md` §4). Beyond scopes, a route may ask for a senior (`requiresSenior`):
 * both have `cases:decide`, and one alone reaches into others' cases.
 */
export const roleScopes: Readonly<Record<UserRole, readonly Scope[]>> = {
  reviewer: reviews,
  senior: [...reviews, 'sessions:write', 'identities:write', 'webhooks:read', 'audit:read'],
  admin: scopes,
  /** Sees what was decided and by whom, and no picture of a person. */
  auditor: [...reads, 'webhooks:read', 'audit:read'],
};

/** May act on a case, and be named as its reviewer. */
export function mayReview(role: UserRole): boolean {
  return roleScopes[role].includes('cases:decide');
}

/** May assign cases, decide escalated ones, override checks. */
export function isSeniorRole(role: UserRole): boolean {
  return role === 'senior' || role === 'admin';
}

/** Signs in with a second factor, whatever the operator asks of others. */
export function mustHaveSecondFactor(role: UserRole): boolean {
  return isSeniorRole(role);
}

const guarded: ReadonlySet<Scope> = new Set(['keys:write', 'users:write', 'redact:write']);

/** A user who calls must have shown a second factor lately: what it does cannot be undone, or gives rights away. */
export function needsFreshSignIn(method: string, needed: readonly Scope[]): boolean {
  return method !== 'GET' && needed.some((scope) => guarded.has(scope));
}
