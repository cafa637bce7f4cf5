import type { Generated, JSONColumnType } from 'kysely';
import type { Scope } from '../domain/auth/scopes';
import type { WorkflowDefinition } from '../domain/graph/definition';
import type { ApiKeyId, OrganizationId, WorkflowId } from '../domain/ids';
import type { OrganizationSettings } from '../domain/organization/settings';
import type { Plan } from '../domain/limits/plan';
import type { OptionalText, OptionalTime, Owned, Time } from './columns';

export interface OrganizationsTable {
  id: OrganizationId;
  name: string;
  plan: Generated<Plan>;
  created_at: Time;
}

/** What an organisation has set for one of its environments; without a row all is by default. */
export interface EnvironmentSettingsTable extends Owned {
  settings: JSONColumnType<OrganizationSettings>;
}

/** The logo of an environment, drawn anew by us; shown to everybody under its hash. */
export interface OrganizationLogosTable extends Owned {
  /** Lower-case hex, of `png`. */
  sha256: string;
  png: Buffer;
  created_at: Time;
}

export interface ApiKeysTable extends Owned {
  id: ApiKeyId;
  /** The visible beginning, to tell keys apart; the key itself is kept as its SHA-256 only. */
  prefix: string;
  key_hash: Buffer;
  label: string;
  scopes: Scope[];
  ip_allow_list: string[] | null;
  expires_at: OptionalTime;
  revoked_at: OptionalTime;
  last_used_at: OptionalTime;
  /** The version that a request without `Verifa-Version` is answered in; null: the current one. */
  api_version: OptionalText;
  created_at: Time;
}

/** Of one environment: the other's sessions never have it. */
export interface WorkflowsTable extends Owned {
  id: WorkflowId;
  name: string;
  is_default: boolean;
  active: boolean;
  /** The newest. */
  current_version: number;
  /** This share of sessions has the newest version, the others `stable_version`. */
  rollout_percentage: Generated<number>;
  stable_version: Generated<number>;
  created_at: Time;
}

export interface WorkflowVersionsTable {
  workflow_id: WorkflowId;
  version: number;
  definition: JSONColumnType<WorkflowDefinition>;
  created_at: Time;
}
