import { z } from 'zod';
import { userRoles } from '../../../shared/domain/auth/roles';
import type { UserRow } from '../../../shared/database/schema';
import { idOf, instant } from '../http/answer-values';
import type { Caller } from '../http/caller';
import { isSetUp } from './find-user';

export const userObject = z
  .strictObject({
    id: idOf('user'),
    name: z.string(),
    role: z.enum(userRoles),
    active: z.boolean(),
    created_at: instant,
    /** This and what follows is for those who have `users:write`: to others null. */
    email: z.string().nullable(),
    /** Whether they have chosen a password, or signed in at the OpenID provider. */
    set_up: z.boolean().nullable(),
    totp: z.boolean().nullable(),
    last_login_at: instant.nullable(),
  })
  .meta({ id: 'User' });

/** Once: how the account is set up. */
export const userWithLink = z
  .strictObject({
    ...userObject.shape,
    /** Null where people sign in at an OpenID provider only. */
    setup_url: z.string().nullable(),
    setup_expires_at: instant.nullable(),
  })
  .meta({ id: 'UserWithSetupLink' });

/** Colleagues see whom a case can be assigned to, and no more of them. */
export function userView(row: UserRow, caller: Caller): z.output<typeof userObject> {
  const maySee = caller.scopes.includes('users:write');
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    active: row.deactivated_at === null,
    created_at: row.created_at,
    email: maySee ? row.email : null,
    set_up: maySee ? isSetUp(row) : null,
    totp: maySee ? row.totp_sealed !== null : null,
    last_login_at: maySee ? row.last_login_at : null,
  };
}
