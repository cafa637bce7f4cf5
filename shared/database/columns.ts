import type { ColumnType } from 'kysely';
import type { OrganizationId } from '../ids';

export type Json = Readonly<Record<string, unknown>>;

export type Time = ColumnType<Date, Date, Date>;

export type OptionalTime = ColumnType<Date | null, Date | null | undefined, Date | null>;

export type OptionalText = ColumnType<string | null, string | null | undefined, string | null>;

export const environments = ['live', 'sandbox'] as const;
export type Environment = (typeof environments)[number];

/** The owner of a row; every query carries both. */
export interface Owned {
  organization_id: OrganizationId;
  environment: Environment;
}

export type ActorKind = 'api_key' | 'person' | 'reviewer' | 'operator' | 'system';
