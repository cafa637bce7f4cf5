import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema';
import type { OrganizationId, UserId } from '../domain/ids';
import { hashOfSecret, newSecret } from './console-session';

const lastsMs = 24 * 60 * 60_000;

export interface SetupLink {
  readonly url: string;
  readonly expiresAt: Date;
}

interface Invited {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
}

/** A link by which a user chooses a password, once; earlier ones end. Within the user's organisation. */
export async function newSetupLink(
  db: Kysely<Database>,
  publicUrl: string,
  { organizationId, userId }: Invited,
  now: Date,
): Promise<SetupLink> {
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + lastsMs);
  await endSetupLinks(db, userId);
  await db
    .insertInto('user_setup_links')
    .values({
      token_hash: hash,
      organization_id: organizationId,
      user_id: userId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  // Behind the hash, which browsers send to nobody: no log and no referrer has it.
  return { url: `${publicUrl}/console/set-up#${secret}`, expiresAt };
}

export async function endSetupLinks(db: Kysely<Database>, userId: UserId): Promise<void> {
  await db.deleteFrom('user_setup_links').where('user_id', '=', userId).execute();
}

/** Whose account a link sets up; undefined when it is none, or none any more. */
export async function findSetupLink(
  nobodys: Kysely<Database>,
  secret: string,
  now: Date,
): Promise<Invited | undefined> {
  const hash = hashOfSecret(secret);
  if (hash === null) return undefined;
  const { rows } = await sql<{
    organization_id: OrganizationId;
    user_id: UserId;
    expires_at: Date;
  }>`SELECT * FROM verifa_setup_link(${hash})`.execute(nobodys);
  const [found] = rows;
  if (found === undefined || found.expires_at <= now) return undefined;
  return { organizationId: found.organization_id, userId: found.user_id };
}
