import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import type { Database } from '../../../../shared/database/schema';
import type { OrganizationId } from '../../../../shared/domain/ids';

export interface GrowthDeps {
  /** Over the wall: makes rows, and does what no tenant asks for. */
  readonly db: Kysely<Database>;
  /** Behind row-level security, as the API asks: Postgres takes fewer indexes there. */
  readonly walled: Kysely<Database>;
  /** Enters the tenant whose rows they are. */
  readonly asTenant: <T>(work: () => T) => T;
  readonly keyring: Keyring;
  readonly organizationId: OrganizationId;
  readonly databaseUrl: string;
}

/** One thing whose cost is looked at as rows grow. */
export interface Subject {
  readonly name: string;
  /** Rows of its own, up to this size. */
  readonly prepare?: (size: number) => Promise<void>;
  readonly call: () => Promise<unknown>;
  /** Default 10. */
  readonly calls?: number;
  readonly close?: () => Promise<void>;
}
