import { sql } from 'kysely';
import { endSignIns } from '../../../../shared/auth/console-session';
import type { UserRow } from '../../../../shared/database/schema';
import type { UserRole } from '../../../../shared/domain/auth/roles';
import { isId, newId, type OrganizationId, type UserId } from '../../../../shared/domain/ids';
import type { ApiDeps } from '../../deps';
import type { OpenCall } from '../../http/call';
import { auditUser } from '../audit-user';
import { organizationScope } from '../signed-in';
import type { Identified, Oidc } from './oidc';

/** Why somebody whom the provider knows is not let in; in the address that the browser is led to. */
export type NotLetIn = 'not_invited' | 'no_role';

type Call = OpenCall<unknown, unknown, unknown>;
interface Owner {
  readonly organization_id: OrganizationId;
  readonly user_id: UserId;
}

/**
 * The user of an identity: known by its subject; else by the address that the provider vouches for, of somebody who
 * was invited; else made, where the operator has it so. Its role is the provider's, where roles are mapped.
 */
export async function userOf(
  deps: ApiDeps,
  call: Call,
  oidc: Oidc,
  identified: Identified,
): Promise<UserRow | NotLetIn> {
  const { roleClaim, roleMap } = oidc.settings;
  const role = roleClaim === null ? null : mappedRole(roleMap, identified.claimed);
  if (roleClaim !== null && role === null) return 'no_role';
  const owner =
    (await bySubject(deps, identified)) ??
    (await byEmail(deps, call, identified)) ??
    (await made(deps, call, oidc, identified, role));
  if (owner === undefined) return 'not_invited';
  return deps.tenancy.within(organizationScope(owner.organization_id), () =>
    withRole(deps, call, owner.user_id, role),
  );
}

/** The strongest of those that the values give. */
function mappedRole(
  map: ReadonlyMap<string, UserRole>,
  claimed: readonly string[],
): UserRole | null {
  const given = new Set(claimed.flatMap((value) => map.get(value) ?? []));
  const strongest: readonly UserRole[] = ['admin', 'senior', 'reviewer', 'auditor'];
  return strongest.find((role) => given.has(role)) ?? null;
}

async function bySubject(
  { nobodys }: Pick<ApiDeps, 'nobodys'>,
  { issuer, subject }: Identified,
): Promise<Owner | undefined> {
  const { rows } = await sql<Owner>`
    SELECT * FROM verifa_users_by_subject(${issuer}, ${subject})`.execute(nobodys);
  return rows[0];
}

/** From now on they are known by their subject, whatever becomes of the address. */
async function byEmail(
  deps: ApiDeps,
  call: Call,
  { issuer, subject, email }: Identified,
): Promise<Owner | undefined> {
  if (email === null) return undefined;
  const { rows } = await sql<Owner>`SELECT * FROM verifa_users_by_email(${email})`.execute(
    deps.nobodys,
  );
  const [only, another] = rows;
  if (only === undefined || another !== undefined) return undefined;
  const { organization_id: organizationId, user_id: userId } = only;
  return deps.tenancy.within(organizationScope(organizationId), async () => {
    const linked = await deps.db
      .updateTable('users')
      .set({ oidc_issuer: issuer, oidc_subject: subject })
      .where('id', '=', userId)
      .where('oidc_subject', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (linked === undefined) return undefined;
    const about = { organizationId, userId, detail: { changed: ['oidc_subject'] } };
    await auditUser(deps.db, call, 'updated', about, deps.clock());
    return only;
  });
}

async function made(
  deps: ApiDeps,
  call: Call,
  { settings }: Oidc,
  { issuer, subject, email, name }: Identified,
  role: UserRole | null,
): Promise<Owner | undefined> {
  const { createsUsers, organization } = settings;
  if (!createsUsers || role === null) return undefined;
  if (organization === null || !isId('organization', organization)) return undefined;
  const userId = newId('user');
  return deps.tenancy.within(organizationScope(organization), () =>
    deps.db.transaction().execute(async (trx) => {
      const now = deps.clock();
      const inserted = await trx
        .insertInto('users')
        .values({
          id: userId,
          organization_id: organization,
          name: name ?? email ?? subject,
          email,
          role,
          oidc_issuer: issuer,
          oidc_subject: subject,
          created_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted === undefined) return undefined;
      const about = { organizationId: organization, userId, detail: { role, by: 'oidc' } };
      await auditUser(trx, call, 'created', about, now);
      return { organization_id: organization, user_id: userId };
    }),
  );
}

/** Another role ends what was signed in with the one before. */
async function withRole(
  deps: ApiDeps,
  call: Call,
  userId: UserId,
  role: UserRole | null,
): Promise<UserRow> {
  const user = await deps.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  if (role === null || role === user.role) return user;
  const now = deps.clock();
  await deps.db.transaction().execute(async (trx) => {
    await trx.updateTable('users').set({ role }).where('id', '=', userId).execute();
    await endSignIns(trx, userId, now);
    const about = { organizationId: user.organization_id, userId };
    await auditUser(trx, call, 'updated', { ...about, detail: { changed: ['role'], role } }, now);
  });
  return { ...user, role };
}
