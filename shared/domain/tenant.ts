import type { Environment } from './environment';
import type { OrganizationId } from './ids';

/** Whose a row is: every query carries both (`6-data-protection.md`, Tenancy). */
export interface Tenant {
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
}
