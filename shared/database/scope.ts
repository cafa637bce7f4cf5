import type { OrganizationId } from '../domain/ids';
import type { Tenant } from '../domain/tenant';
import type { Environment } from '../domain/environment';

/** Whose rows a piece of work may reach; Postgres keeps it to them (row-level security). */
export type Scope =
  | ({ readonly kind: 'tenant' } & Tenant)
  /** What an organisation has in common for both of its environments, such as its audit chain; not their rows. */
  | { readonly kind: 'organization'; readonly organizationId: OrganizationId }
  /** Only what is no tenant's, and the narrow functions that look a key or a token up. */
  | { readonly kind: 'nobody' }
  /** All tenants: sweeps, the dispatcher, retention. */
  | { readonly kind: 'system' };

export type DatabaseRole = 'verifa_application' | 'verifa_system';

/** What stands for "both environments" in the setting. */
export const bothEnvironments = 'both';

/** The values of one `set_config` statement, in the order of `scopeStatement`. */
export interface ScopeSetting {
  readonly role: DatabaseRole;
  readonly organization: string;
  readonly environment: Environment | typeof bothEnvironments | '';
}

/** Local to the transaction, so that nothing is left on the connection for whoever has it next. */
export const scopeStatement = `SELECT set_config('role', $1, true),
  set_config('verifa.organization', $2, true), set_config('verifa.environment', $3, true)`;

export function settingOf(scope: Scope): ScopeSetting {
  switch (scope.kind) {
    case 'tenant':
      return {
        role: 'verifa_application',
        organization: scope.organizationId,
        environment: scope.environment,
      };
    case 'organization':
      return {
        role: 'verifa_application',
        organization: scope.organizationId,
        environment: bothEnvironments,
      };
    case 'nobody':
      return { role: 'verifa_application', organization: '', environment: '' };
    case 'system':
      return { role: 'verifa_system', organization: '', environment: '' };
  }
}

/** Of whoever holds a key, which names its tenant in these words. */
export function tenantScope({ organizationId, environment }: Tenant): Scope {
  return { kind: 'tenant', organizationId, environment };
}

/** Of a row. */
export function tenantOf(row: {
  readonly organization_id: OrganizationId;
  readonly environment: Environment;
}): Scope {
  return { kind: 'tenant', organizationId: row.organization_id, environment: row.environment };
}
