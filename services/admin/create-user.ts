import { z } from 'zod';
import { userRoles } from '../../shared/domain/auth/roles';
import { newId } from '../../shared/domain/ids';
import { command, organizationOf } from './command';

/** A reviewer: calls of cases name them as `reviewer_id`. */
export const createUser = command({
  usage: 'create-user --name <label> --role reviewer|senior|admin [--organization org_…]',
  options: z.strictObject({
    name: z.string().trim().min(1).max(200),
    role: z.enum(userRoles),
    organization: z.string().optional(),
  }),
  run: async (deps, { name, role, organization }) => {
    const organization_id = await organizationOf(deps, organization);
    const id = newId('user');
    await deps.db
      .insertInto('users')
      .values({ id, organization_id, name, role, created_at: deps.clock() })
      .execute();
    return { organization: organization_id, user: id };
  },
});
