import type { Kysely } from 'kysely';
import { beginSignIn } from '../../../shared/auth/console-session';
import type { ConsoleStage } from '../../../shared/database/console-tables';
import type { Database } from '../../../shared/database/schema';
import type { UserRole } from '../../../shared/domain/auth/roles';
import type { Environment } from '../../../shared/domain/environment';
import {
  newId,
  type ConsoleSessionId,
  type OrganizationId,
  type UserId,
} from '../../../shared/domain/ids';

export interface Wish {
  readonly role?: UserRole;
  readonly environment?: Environment;
  readonly stage?: ConsoleStage;
  /** When it began; default now. */
  readonly at?: Date;
  /** When a second factor was shown; default at the beginning. */
  readonly reauthenticatedAt?: Date | null;
  readonly organizationId?: OrganizationId;
}

export interface SignedIn {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly sessionId: ConsoleSessionId;
  readonly secret: string;
  /** What the console's own page sends. */
  readonly headers: Record<string, string>;
}

export async function newUser(
  db: Kysely<Database>,
  role: UserRole,
  organizationId: OrganizationId,
): Promise<UserId> {
  const id = newId('user');
  await db
    .insertInto('users')
    .values({ id, organization_id: organizationId, name: 'R.', role, created_at: new Date() })
    .execute();
  return id;
}

/** A user with an open console, as if they had just signed in. */
export async function signIn(
  api: { readonly db: Kysely<Database>; readonly url: string },
  wish: Wish = {},
): Promise<SignedIn> {
  const organizationId = wish.organizationId ?? (await firstOrganization(api.db));
  const userId = await newUser(api.db, wish.role ?? 'reviewer', organizationId);
  const at = wish.at ?? new Date();
  const { id, secret } = await beginSignIn(
    api.db,
    {
      organizationId,
      userId,
      environment: wish.environment ?? 'live',
      stage: wish.stage ?? 'full',
      signedInBy: 'password',
      reauthenticatedAt: wish.reauthenticatedAt === undefined ? at : wish.reauthenticatedAt,
    },
    at,
  );
  return { userId, organizationId, sessionId: id, secret, headers: pageHeaders(api.url, secret) };
}

export async function firstOrganization(db: Kysely<Database>): Promise<OrganizationId> {
  const { id } = await db
    .selectFrom('organizations')
    .select('id')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

export function pageHeaders(origin: string, secret?: string): Record<string, string> {
  return {
    'Sec-Fetch-Site': 'same-origin',
    Origin: origin,
    'X-Verifa-Console': '1',
    ...(secret === undefined ? {} : { Cookie: `__Host-verifa_console=${secret}` }),
  };
}
