import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database } from '../../../shared/database/schema';
import type { OrganizationId, UserId } from '../../../shared/domain/ids';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { OpenCall } from '../http/call';
import { whenceOf } from '../http/whence';

/** What follows `user.` in the audit. */
export type UserDeed =
  | 'created'
  | 'updated'
  | 'reset'
  | 'signed_in'
  | 'sign_in_refused'
  | 'signed_out'
  | 'signed_out_by_admin'
  | 'password_set'
  | 'totp_enrolled'
  | 'recovery_code_used'
  | 'reauthenticated';

interface About {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  /** Default: the user. */
  readonly actor?: Actor;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Of both environments, as people are. An e-mail address or a name never stands in it. */
export async function auditUser(
  db: Kysely<Database>,
  call: Pick<OpenCall<unknown, unknown, unknown>, 'requestId' | 'clientAddress' | 'request'>,
  what: UserDeed,
  { organizationId, userId, actor, detail }: About,
  at: Date,
): Promise<void> {
  await recordAudit(db, {
    organizationId,
    environment: null,
    actorKind: actor === undefined ? 'reviewer' : actor.kind,
    actorId: actor === undefined ? userId : actor.id,
    action: `user.${what}`,
    resourceId: userId,
    requestId: call.requestId,
    whence: whenceOf(call),
    ...(detail === undefined ? {} : { detail }),
    at,
  });
}
