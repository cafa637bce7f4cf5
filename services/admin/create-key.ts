import { z } from 'zod';
import { insertApiKey } from '../../shared/auth/insert-api-key';
import { scopes } from '../../shared/domain/auth/scopes';
import { command, organizationOf } from './command';

/** Comma-separated scopes; an operator's key may do everything unless told otherwise. */
const scopeList = z
  .string()
  .transform((list) => list.split(',').map((scope) => scope.trim()))
  .pipe(z.array(z.enum(scopes)).min(1));

export const createKey = command({
  usage:
    'create-key --environment live|sandbox [--organization org_…] [--label <text>] [--scopes a,b]',
  options: z.strictObject({
    environment: z.enum(['live', 'sandbox']),
    organization: z.string().optional(),
    label: z.string().trim().min(1).max(200).default('Made by the operator'),
    scopes: scopeList.default([...scopes]),
  }),
  run: async (deps, { environment, organization, label, scopes: granted }) => {
    const organizationId = await organizationOf(deps, organization);
    const wish = { organizationId, environment, label, scopes: granted };
    return {
      organization: organizationId,
      key: await insertApiKey(deps.db, wish, deps.clock()),
    };
  },
});
