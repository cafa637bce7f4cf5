import type { ColumnType } from 'kysely';
import type { Environment } from '../domain/environment';
import type { OrganizationId } from '../domain/ids';

export type Json = Readonly<Record<string, unknown>>;

export type Time = ColumnType<Date, Date, Date>;

export type OptionalTime = ColumnType<Date | null, Date | null | undefined, Date | null>;

export type OptionalText = ColumnType<string | null, string | null | undefined, string | null>;

/** The owner of a row; every query carries both. */
export interface Owned {
  organization_id: OrganizationId;
  environment: Environment;
}

export type ActorKind = 'api_key' | 'person' | 'reviewer' | 'operator' | 'system';
