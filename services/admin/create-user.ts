import { z } from 'zod';
import { newSetupLink } from '../../shared/auth/setup-link';
import { recordAudit } from '../../shared/audit/record-audit';
import { userRoles } from '../../shared/domain/auth/roles';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { newId } from '../../shared/domain/ids';
import { command, organizationOf, type Command } from './command';
import { composeSetupMail, type SendMail } from './setup-mail';

export interface CreateUserDeps {
  /** `PUBLIC_URL`, which links begin with. */
  readonly publicUrl: string | undefined;
  /** Null without `MAIL_URL`: the link is only printed. */
  readonly sendMail: SendMail | null;
}

/** A user of the console, by a one-time link; without an address one whom only API keys name as `reviewer_id`. */
export function createCreateUser({ publicUrl, sendMail }: CreateUserDeps): Command {
  return command({
    usage: `create-user --name <label> --role ${userRoles.join('|')} [--email <address>] [--organization org_…]`,
    options: z.strictObject({
      name: z.string().trim().min(1).max(200),
      role: z.enum(userRoles),
      email: z.string().trim().toLowerCase().max(320).pipe(z.email()).optional(),
      organization: z.string().optional(),
    }),
    run: async (deps, { name, role, email, organization: asked }) => {
      const organizationId = await organizationOf(deps, asked);
      const userId = newId('user');
      const now = deps.clock();
      const link = await deps.db.transaction().execute(async (trx) => {
        const inserted = await trx
          .insertInto('users')
          .values({
            id: userId,
            organization_id: organizationId,
            name,
            role,
            email: email ?? null,
            created_at: now,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (inserted === undefined) {
          throw new VerifaError('config_invalid', { detail: '--email: a user has it already' });
        }
        await recordAudit(trx, {
          organizationId,
          environment: null,
          actorKind: 'operator',
          actorId: null,
          action: 'user.created',
          resourceId: userId,
          requestId: null,
          detail: { role },
          at: now,
        });
        if (email === undefined) return null;
        if (publicUrl === undefined) {
          throw new VerifaError('config_invalid', { detail: 'PUBLIC_URL: is needed with --email' });
        }
        return newSetupLink(trx, publicUrl, { organizationId, userId }, now);
      });
      const made = { organization: organizationId, user: userId };
      if (link === null || email === undefined) return made;
      const mailed = sendMail === null ? 'no' : 'yes';
      await sendMail?.(composeSetupMail({ to: email, userId, ...link }));
      const until = link.expiresAt.toISOString();
      return { ...made, setup_url: link.url, setup_expires_at: until, mailed };
    },
  });
}
