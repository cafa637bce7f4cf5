import { z } from 'zod';
import { userRoles } from '../../../shared/domain/auth/roles';
import { scopes } from '../../../shared/domain/auth/scopes';
import { environment, idOf, instant } from '../http/answer-values';

/** What the browser asks next. */
export const signInStep = z
  .strictObject({ next: z.enum(['totp', 'enrol_totp', 'done']) })
  .meta({ id: 'SignInStep' });

/** Who is signed in, and for how long. */
export const consoleMe = z
  .strictObject({
    user: z.strictObject({
      id: idOf('user'),
      name: z.string(),
      email: z.string().nullable(),
      role: z.enum(userRoles),
    }),
    organization: z.strictObject({ id: idOf('organization'), name: z.string() }),
    environment,
    environments: z.array(environment),
    scopes: z.array(z.enum(scopes)),
    /** Has a second factor of ours. */
    totp: z.boolean(),
    /** How a second factor is shown again: by a code, at the OpenID provider, or not at all. */
    reauthenticate_by: z.enum(['totp', 'oidc']).nullable(),
    /** However busy it is. */
    expires_at: instant,
    /** Unless something is asked until then; this route does not count. */
    idle_expires_at: instant,
    /** Null: a second factor has to be shown for keys, people and erasures. */
    reauthenticated_until: instant.nullable(),
    /** Behind which `/{session id}` leads to a session's history in Temporal's own pages; null: they are not linked. */
    temporal_workflows_url: z.url().nullable(),
  })
  .meta({ id: 'ConsoleMe' });
