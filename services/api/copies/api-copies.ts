import type { Selectable } from 'kysely';
import type { ApiKeysTable, WorkflowsTable } from '../../../shared/database/organization-tables';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import type { Plan } from '../../../shared/domain/limits/plan';
import type { OrganizationSettings } from '../../../shared/domain/organization/settings';
import { createCopies, type Copies } from './create-copies';
import type { Changes } from './follow-changes';

export interface KnownKey {
  readonly row: Selectable<ApiKeysTable> & { readonly plan: Plan };
  /** As far as this process knows: it is written once a minute. */
  lastUsedMs: number;
}

export interface KnownWorkflow {
  readonly row: Pick<
    Selectable<WorkflowsTable>,
    'id' | 'current_version' | 'stable_version' | 'rollout_percentage'
  >;
  /** Of the two versions that sessions may have. */
  readonly definitions: ReadonlyMap<number, WorkflowDefinition>;
}

/** What nearly every request reads, as copies that are never older than the rows. */
export interface ApiCopies {
  /** By the key's hash. */
  readonly keys: Copies<KnownKey>;
  /** By organisation and environment. */
  readonly settings: Copies<OrganizationSettings>;
  /** By organisation, environment and the name that is asked for. */
  readonly workflows: Copies<KnownWorkflow>;
}

export function createApiCopies(changes: Changes): ApiCopies {
  return {
    keys: createCopies(changes),
    settings: createCopies(changes),
    workflows: createCopies(changes),
  };
}
