import { sql, type Kysely, type Migration } from 'kysely';

/** Endpoints may choose a signature that their receivers check without a secret. */
export const webhookEd25519Migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE webhook_endpoints
      ADD COLUMN ed25519_signature boolean NOT NULL DEFAULT false`.execute(db);
  },
};
