import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import type { Database } from '../../../../shared/database/schema';
import type { OrganizationId } from '../../../../shared/domain/ids';

export interface GrowthDeps {
  readonly db: Kysely<Database>;
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
