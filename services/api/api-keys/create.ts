import { z } from 'zod';
import type { Environment } from '../../../shared/domain/environment';
import type { ApiDeps } from '../deps';
import { created } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { firstScopes, keyAliases, keyFields, requireFuture } from './key-fields';
import { keyWithSecret } from './key-view';
import { makeKey } from './make-key';
import { ownGrant, requireWithin } from './within-caller';

const createBody = z.object({
  label: keyFields.label,
  /** Only the environment of the key that asks. */
  environment: z.enum(['live', 'sandbox']).optional(),
  is_sandbox: z.boolean().optional(),
  scopes: keyFields.scopes.optional(),
  ip_allow_list: keyFields.ip_allow_list.default(null),
  expires_at: keyFields.expires_at.default(null),
  api_version: keyFields.api_version.default(null),
});

/** The key itself stands in this answer and in no other. */
export function createApiKey(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/api-keys',
    whose: 'nobody',
    scope: 'keys:write',
    body: createBody,
    aliases: keyAliases,
    summary: 'Create a key',
    answers: { 201: created(keyWithSecret) },
    example: { label: 'Shop, production', scopes: ['sessions:read', 'sessions:create'] },
    handler: async (call) => {
      const { caller, body } = call;
      requireOwnEnvironment(body, caller.environment);
      requireFuture(body.expires_at, deps.clock());
      const own = await ownGrant(deps.db, caller);
      const grant = {
        scopes: body.scopes ?? firstScopes.filter((scope) => own.scopes.includes(scope)),
        ip_allow_list: body.ip_allow_list,
        expires_at: body.expires_at,
      };
      requireWithin(own, grant);
      return makeKey(deps, call, 'created', {
        label: body.label,
        scopes: grant.scopes,
        ipAllowList: grant.ip_allow_list,
        expiresAt: grant.expires_at,
        apiVersion: body.api_version,
      });
    },
  });
}

/** A key is made in the environment of the one that asks, and in no other, whatever the name for it. */
function requireOwnEnvironment(
  { environment, is_sandbox: isSandbox }: z.output<typeof createBody>,
  own: Environment,
): void {
  const message = 'is not the environment of the key that asks';
  if (environment !== undefined && environment !== own) {
    throw invalidField('environment', 'other_environment', message);
  }
  if (isSandbox !== undefined && isSandbox !== (own === 'sandbox')) {
    throw invalidField('is_sandbox', 'other_environment', message);
  }
}
