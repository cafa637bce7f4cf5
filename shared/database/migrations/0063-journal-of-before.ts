import { sql } from 'kysely';
import type { SchemaMigration } from '../migrating/schema-migration';

/**
 * What was erased before there was a journal, for the sweep to write: under ids that follow from the subject's, so
 * that a restored copy gives it the same ones. Outside of a transaction, since it reads every session and must hold
 * nobody up; a second run finds what the first one noted.
 */
export const journalOfBeforeMigration: SchemaMigration = {
  outside: true,
  async up(db) {
    for (const { kind, subject, erasedAt, from } of noted) {
      await sql
        .raw(
          `INSERT INTO erasure_journal
            (id, organization_id, environment, kind, subject_id, erased_at)
          SELECT 'ers_' || substr(${subject}, 5), organization_id, environment, '${kind}',
            ${subject}, ${erasedAt} FROM ${from} AND NOT EXISTS (
              SELECT FROM erasure_journal WHERE subject_id = ${subject} AND kind = '${kind}')
          ON CONFLICT DO NOTHING`,
        )
        .execute(db);
    }
  },
};

const noted = [
  {
    kind: 'session_erased',
    subject: 'erasures.session_id',
    erasedAt: 'created_at',
    from: 'erasures WHERE true',
  },
  {
    kind: 'session_hidden',
    subject: 'sessions.id',
    erasedAt: 'updated_at',
    from: `sessions WHERE retention_status = 'sensitive_redacted'`,
  },
  {
    kind: 'identity_erased',
    subject: 'identities.id',
    erasedAt: 'redacted_at',
    from: 'identities WHERE redacted_at IS NOT NULL',
  },
] as const;
