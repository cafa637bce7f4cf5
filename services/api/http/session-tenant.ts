import { sql } from 'kysely';
import type { Owned } from '../../../shared/database/columns';
import { tenantOf, type Scope } from '../../../shared/database/scope';
import type { ApiDeps } from '../deps';

/** Whose a session is that a signature of ours names; undefined when there is none. */
export async function sessionTenant(
  { nobodys }: Pick<ApiDeps, 'nobodys'>,
  id: string,
): Promise<Scope | undefined> {
  const { rows } = await sql<Owned>`
    SELECT organization_id, environment FROM verifa_session_tenant(${id})`.execute(nobodys);
  const [owner] = rows;
  return owner === undefined ? undefined : tenantOf(owner);
}
